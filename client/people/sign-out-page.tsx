import { Button } from '@digdir/designsystemet-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { signOut, type Failure } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import type { Unsaved } from '../live/index.ts'
import { forgetDrafts, unsentDrafts } from '../medbestemmelse/kept-here.ts'
import { forgetViews } from '../page/kept-view.ts'
import { Loading } from '../route/loading.tsx'
import { FailureAlert } from '../ui/failure.tsx'
import { MessagePage } from '../ui/message-page.tsx'
import { isLeaving } from './leaving.ts'
import { forgetMe, type MyPerson } from './me.ts'

async function wipe (personId: string, forced: boolean): Promise<readonly Unsaved[]> {
  const { wipeThisMachine } = await import('../live/index.ts')
  const drafts = forced ? [] : unsentDrafts(personId).map(behovsmelding => ({ behovsmelding, epoch: 0, changes: 1, refused: false }))
  try {
    return [...await wipeThisMachine(personId, forced), ...drafts]
  } catch {
    // A browser that keeps nothing has nothing to wipe.
    return drafts
  }
}

/**
 * Signs out and leaves nothing of this person on the machine. What is here and not on the server is never thrown away
 * unasked: then it says how much, and lets the person choose. A page of its own, so that the behovsmelding is closed first.
 */
export function SignOutPage ({ me }: { readonly me: MyPerson }): ReactNode {
  const t = useText('people')
  const [, go] = useLocation()
  const [unsaved, setUnsaved] = useState<readonly Unsaved[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const asked = useRef(false)
  const [busy, setBusy] = useState(isLeaving(history.state))
  async function leave (forced: boolean): Promise<void> {
    setBusy(true)
    const left = await wipe(me.id, forced)
    setUnsaved(left)
    const answer = left.length > 0 ? null : await signOut()
    setBusy(false)
    if (answer === null) return
    if (!answer.ok && answer.refusal.code !== 'not-signed-in') { setFailure(answer.refusal); return }
    forgetViews()
    forgetDrafts()
    forgetMe()
    go('/inn', { replace: true })
  }
  useEffect(() => {
    if (!isLeaving(history.state) || asked.current) return
    asked.current = true
    void leave(false)
  })
  const changes = unsaved.reduce((sum, one) => sum + one.changes, 0)
  const [waiting] = unsaved
  if (busy && waiting === undefined) return <Loading />
  if (waiting !== undefined) {
    return (
      <MessagePage title={t('unsavedTitle')} text={t('unsavedText', { count: changes })}>
        <Button asChild><Link href={`/b/${waiting.behovsmelding}`}>{t('unsavedOpen')}</Link></Button>
        <Button variant='secondary' data-color='danger' loading={busy} onClick={() => { void leave(true) }}>{t('unsavedWipe')}</Button>
        <FailureAlert failure={failure} />
      </MessagePage>
    )
  }
  return (
    <MessagePage title={t('signOutTitle')} text={t('signOutText')}>
      <FailureAlert failure={failure} />
      <Button onClick={() => { void leave(false) }}>{t('signOut')}</Button>
    </MessagePage>
  )
}
