import type { Role } from '@samskriv/shared/access'
import { pagePath, type MedbestemmelseView } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../i18n/index.ts'
import { useNow } from '../ui/use-now.ts'
import { daysTo } from './day.ts'
import { openRoundIn } from './rounds.ts'
import { useRoundWords } from './use-words.ts'
import './round-banner.css'

/** What one may do while a round is open, in a sentence. Nothing while none is. */
export function RoundNote ({ view, role }: { readonly view: MedbestemmelseView, readonly role: Role }): ReactNode {
  const t = useText('medbestemmelse')
  const round = openRoundIn(view)
  if (round === null) return null
  const may = role === 'tillitsvalgt' ? 'mayComment' : role === 'leser' ? 'mayRead' : 'mayWrite'
  return <p className='ss-round-note'>{t(may, { n: round.number, version: round.version })}</p>
}

/** How long an open round has left, with the way to it. */
export function RoundDeadline ({ behovsmelding, view }: { readonly behovsmelding: string, readonly view: MedbestemmelseView }): ReactNode {
  const t = useText('medbestemmelse')
  const words = useRoundWords()
  const now = useNow()
  const round = openRoundIn(view)
  if (round === null) return null
  const over = daysTo(round.deadline, now) < 0
  return <Link href={pagePath.round(behovsmelding, round.number)} className='ss-top-deadline' title={words.deadline(round.deadline, now)}>{over ? t('topDeadlineOver') : t('topDeadline', { when: words.until(round.deadline, now) })}</Link>
}
