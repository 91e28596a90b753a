import { Heading, Paragraph, SkipLink } from '@digdir/designsystemet-react'
import { may } from '@samskriv/shared/access'
import type { BehovsmeldingView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import { asking } from '@samskriv/shared/workflow'
import { Suspense, useCallback, useMemo, useState, type ReactNode } from 'react'
import type { NotesByKey } from '../form/notes.ts'
import { lockedVersion } from '../frozen/hash.ts'
import { useLanguage, useText } from '../i18n/index.ts'
import { openLeftovers, useLeftovers } from '../intake/use-leftovers.ts'
import type { LiveSession } from '../live/session.ts'
import { watchable } from '../live/watchable.ts'
import type { MyPerson } from '../people/me.ts'
import { ModeSwitch } from '../suggest/mode-switch.tsx'
import { useSuggesting } from '../suggest/use-suggesting.ts'
import type { ProposalsShown } from '../proposal/engine.tsx'
import { useProposals } from '../proposal/use-proposals.ts'
import { useMedia } from '../ui/use-media.ts'
import { useWatch } from '../ui/use-watch.ts'
import { Window } from '../ui/window.tsx'
import { LockWindow } from '../workflow/lock-window.tsx'
import { ReopenWindow } from '../workflow/reopen-window.tsx'
import { EndedBanner } from './banners.tsx'
import { DeliverWindowSlot, ReturnedBannerSlot } from './delivery-slot.tsx'
import { followAfterClosing } from './follow-anchor.ts'
import { FormSlot, OutlineSlot, reveal } from './form-slot.tsx'
import { LockButton } from './lock-button.tsx'
import { LockedBanner } from './locked-banner.tsx'
import { NewEpochNotice } from './new-epoch-notice.tsx'
import { PagePanel } from './page-panel.tsx'
import { peopleHere } from './present-people.ts'
import { PresentPeople } from './present.tsx'
import { ProposalBanner, ProposalEngineSlot } from './proposals-slot.tsx'
import { RescueBanner, RescueStatus } from './rescue-banner.tsx'
import { RoundBannerSlot, RoundDeadlineSlot, RoundNoteSlot, RoundWindowsSlot } from './rounds-slot.tsx'
import { SaveStatusLine } from './save-status.tsx'
import { SuggestedNotesSlot } from './suggest-slot.tsx'
import { TopBar } from './top-bar.tsx'
import { useComments, useEarlyComment, useTotals, useWanted } from './use-comments.ts'
import { useLinkedThread } from './use-linked-thread.ts'
import { usePanel } from './use-panel.ts'
import { usePlaceName } from '../form/use-place-name.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useShownLock } from './use-shown-lock.ts'
import { useRights, viewNow } from './use-rights.ts'
import { useRounds } from './use-rounds.ts'
import './page.css'

/** A behovsmelding whose text is here. `reopened`: a new epoch began while the page was open. */
export interface OpenPageProps {
  readonly view: BehovsmeldingView
  readonly me: MyPerson
  readonly template: Template
  readonly session: LiveSession
  readonly menu: ReactNode
  readonly reopened: boolean
  readonly onReopenedSeen: () => void
  readonly onAgain: () => Promise<void>
  readonly onReconnect: () => void
}

/** The one page per behovsmelding: on top its state, left its outline, in the middle its form, right what surrounds it. */
export function OpenPage (props: OpenPageProps): ReactNode {
  const { me, template, session, menu, onAgain } = props
  const t = useText('live')
  const language = useLanguage()
  const standing = useWatch(session.standing)
  const ended = useWatch(session.ended)
  const present = useWatch(session.present)
  const view = useMemo(() => viewNow(props.view, standing), [props.view, standing])
  const rounds = useRounds(view, template, session)
  const rights = useRights(view, useMemo(() => ({ person: me }), [me]), rounds.view)
  const proposals = useProposals(view.id, session)
  const [proposed, setProposed] = useState<ProposalsShown | null>(null)
  const [suggested] = useState(() => watchable<NotesByKey>(new Map()))
  const people = useMemo(() => peopleHere(present), [present])
  const leftovers = openLeftovers(useLeftovers(session))
  const placeName = usePlaceName(template, session)
  const panel = usePanel(leftovers > 0 ? 'intake' : 'people')
  const comments = useComments(session, me.id, template)
  const earlyRef = useEarlyComment()
  const { unread, naming } = useTotals(comments)
  const { openOn } = panel
  useWanted(comments, useCallback(() => { openOn('comments') }, [openOn]))
  useLinkedThread(comments)
  const roomForOutline = useMedia('(min-width: 64rem)')
  const [outlineDrawn, setOutlineDrawn] = useState(false)
  const [locking, setLocking] = useState(false)
  const [reopening, setReopening] = useState(false)
  const [delivering, setDelivering] = useState(false)
  const [rescueShown, setRescueShown] = useState<number | null>(null)
  const isLocked = view.state === 'låst' || view.state === 'levert'
  const locked = lockedVersion(view.versions)
  const mayWrite = standing?.mayWrite ?? may(view.role, view.state, 'write')
  const readOnly = ended !== null || !mayWrite
  const mayComment = ended === null && may(view.role, view.state, 'comment')
  const round = rounds.view?.rounds.at(-1)?.number ?? null
  const isTalking = panel.open && panel.shown === 'comments'
  const suggesting = useSuggesting(session, view, me.id)
  const { mode, isBound } = useWatch(suggesting.state)
  const textReadOnly = ended !== null || !(mayWrite || isBound)
  const isSuggesting = mode === 'suggest' && !textReadOnly
  useKeptFocus(`${view.state} ${String(readOnly)}`)
  const refresh = (): void => { void onAgain() }
  const showLock = useShownLock(isLocked)
  const leaveOutline = (): void => {
    if (!outlineDrawn) return
    setOutlineDrawn(false)
    followAfterClosing()
  }
  const outline = <OutlineSlot above={<RoundNoteSlot view={rounds.view} role={view.role} />} template={template} session={session} readOnly={readOnly} comments={comments?.board ?? null} onChosen={leaveOutline} />
  const side = <PagePanel view={view} me={me} template={template} session={session} rights={rights} rounds={rounds} people={people} leftovers={leftovers} suggesting={suggesting} proposals={proposals.list} proposed={proposed} readOnly={readOnly} onChanged={refresh} comments={comments} mayComment={mayComment} round={round} panel={panel} />
  return (
    <div className='ss-page'>
      <SkipLink href='#main'>{t('skipToForm')}</SkipLink>
      <TopBar
        title={view.title} state={view.state} menu={menu} undone={leftovers} unread={panel.open && panel.beside ? 0 : unread} naming={panel.open && panel.beside ? 0 : naming} panelOpen={panel.open} onPanel={panel.toggle}
        status={<><RoundDeadlineSlot behovsmelding={view.id} view={rounds.view} /><SaveStatusLine session={session} readOnly={textReadOnly} /><RescueStatus session={session} onShow={setRescueShown} /></>}
        mode={<ModeSwitch suggesting={suggesting} readOnly={textReadOnly} />}
        people={<PresentPeople people={people} placeName={placeName} />}
        action={<LockButton view={view} rights={rights} ended={ended !== null} onLock={() => { setLocking(true) }} />}
        onOutline={roomForOutline ? null : () => { setOutlineDrawn(true) }}
      />
      <div className='ss-page-body' data-panel={(panel.beside && panel.open) || undefined}>
        {roomForOutline ? <div className='ss-outline-side'>{outline}</div> : null}
        <main id='main' className='ss-page-main' tabIndex={-1}>
          <div className='ss-page-stack'>
            <div className='ss-banners'>
              {ended === null ? null : <EndedBanner reason={ended.reason} onAgain={props.onReconnect} />}
              {props.reopened ? <NewEpochNotice key={view.epoch} view={view} mayRestore={rights.why(asking.restore(rights.situation, view.origin?.before ?? 0)) === null} onSeen={props.onReopenedSeen} onRestored={refresh} /> : null}
              <RescueBanner session={session} template={template} mayPropose={may(view.role, view.state, 'propose')} shown={rescueShown} onShow={setRescueShown} />
              <ProposalBanner view={view} list={proposals.list} onShow={() => { panel.openOn('proposals') }} />
              <RoundBannerSlot behovsmelding={view.id} role={view.role} myId={me.id} medbestemmelse={rounds} changed={rounds.changed} />
              {view.state === 'levert' ? null : <ReturnedBannerSlot deliveries={view.deliveries} />}
              {isLocked ? <LockedBanner view={view} rights={rights} onReopen={() => { setReopening(true) }} onDeliver={() => { setDelivering(true) }} /> : null}
            </div>
            <div className='ss-sheet-paper'>
              <div className='ss-sheet-head'>
                <Heading level={1} data-size='md'>{view.title}</Heading>
                <Paragraph data-size='sm' className='ss-quiet'>{template.title[language]} · {template.issuer[language]}</Paragraph>
                {textReadOnly && !isLocked && ended === null ? <Paragraph data-size='sm'>{t('youRead')}</Paragraph> : null}
                {isSuggesting ? <Paragraph data-size='sm' className='ss-suggest-note'>{t(isBound ? 'suggestOnlyNote' : 'suggestNote')}</Paragraph> : null}
              </div>
              <FormSlot template={template} session={session} readOnly={textReadOnly} suggesting={isLocked ? undefined : suggesting} noteAt={proposed?.noteAt} suggested={suggested} comments={comments?.board ?? null} mayComment={mayComment} />
            </div>
          </div>
        </main>
        {panel.beside && panel.open ? <aside className='ss-side' data-aligned={isTalking || undefined} aria-label={t('panel')}><h2 className='ss-unseen'>{t('panel')}</h2>{side}</aside> : null}
      </div>
      {roomForOutline ? null : <Window open={outlineDrawn} title={t('outline')} placement='left' onClose={() => { setOutlineDrawn(false) }}>{outline}</Window>}
      {panel.beside ? null : <Window open={panel.open} title={t('panel')} placement='right' onClose={panel.close}>{side}</Window>}
      {comments === null ? null : <Suspense fallback={null}><comments.parts.CommentLayer board={comments.board} mayComment={mayComment} isShown={isTalking} round={round} earlyRef={earlyRef} /></Suspense>}
      {isLocked ? null : <SuggestedNotesSlot template={template} session={session} suggesting={suggesting} notes={suggested} />}
      <ProposalEngineSlot view={view} template={template} session={session} proposals={proposals} onShown={setProposed} />
      <LockWindow open={locking} view={view} rounds={rounds} template={template} session={session} suggesting={suggesting} rights={rights} onClose={() => { setLocking(false) }} onGo={key => { void reveal(key) }} onLocked={() => { showLock(); refresh() }} />
      <RoundWindowsSlot step={rounds.step} view={view} rounds={rounds.view} myId={me.id} template={template} session={session} suggesting={suggesting} onClose={() => { rounds.setStep(null) }} onChanged={() => { void rounds.again(); refresh() }} />
      <ReopenWindow open={reopening} behovsmelding={view.id} delivered={view.state === 'levert'} onClose={() => { setReopening(false) }} onReopened={refresh} />
      {locked === null ? null : <DeliverWindowSlot open={delivering && view.state === 'låst'} view={view} version={locked} rights={rights} onClose={() => { setDelivering(false) }} onDelivered={refresh} />}
    </div>
  )
}
