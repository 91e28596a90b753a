import { ChatIcon, ClockDashedIcon, HandshakeIcon, InboxDownIcon, NotePencilIcon, PaperplaneIcon, PersonGroupIcon } from '@navikt/aksel-icons'
import type { BehovsmeldingView, ProposalView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import { asking } from '@samskriv/shared/workflow'
import { useMemo, type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { VersionsPanel } from '../frozen/versions-panel.tsx'
import { IntakePanel } from '../intake/intake-panel.tsx'
import type { LiveSession } from '../live/session.ts'
import { MembersPanel } from '../people/members-panel.tsx'
import type { MyPerson } from '../people/me.ts'
import { asksOf } from '../medbestemmelse/rounds.ts'
import { AuditLink } from './audit-link.tsx'
import { DeliveriesSlot } from './delivery-slot.tsx'
import type { OpenSuggesting } from '../suggest/open-suggesting.ts'
import { useUndecided } from '../suggest/use-undecided.ts'
import type { PersonHere } from './present-people.ts'
import { CommentsSlot } from './comments-slot.tsx'
import type { ProposalsShown } from '../proposal/engine.tsx'
import { ProposalPanelSlot, waitingIn } from './proposals-slot.tsx'
import { MedbestemmelseSlot } from './rounds-slot.tsx'
import { SuggestSlot } from './suggest-slot.tsx'
import { SidePanel, type PanelTab } from './side-panel.tsx'
import type { Rights } from './use-rights.ts'
import { useTotals, type PageComments } from './use-comments.ts'
import type { PanelState } from './use-panel.ts'
import type { PageRounds } from './use-rounds.ts'

/** What the panel needs to know of the page. */
export interface PagePanelProps {
  readonly view: BehovsmeldingView
  readonly me: MyPerson
  readonly template: Template
  readonly session: LiveSession
  readonly rights: Rights
  readonly rounds: PageRounds
  readonly people: readonly PersonHere[]
  readonly leftovers: number
  readonly suggesting: OpenSuggesting
  /** What has been sent in, and what is shown of it; null: not known yet. */
  readonly proposals: readonly ProposalView[] | null
  readonly proposed: ProposalsShown | null
  readonly readOnly: boolean
  readonly onChanged: () => void
  readonly comments: PageComments | null
  readonly mayComment: boolean
  /** The latest round of medbestemmelse; null: none is known. */
  readonly round: number | null
  readonly panel: PanelState
}

/** The panel beside the text, filled. */
export function PagePanel (props: PagePanelProps): ReactNode {
  const { view, me, template, session, rights, rounds, people, leftovers, suggesting, proposals, proposed, readOnly, onChanged, panel } = props
  const t = useText('live')
  const present = useMemo(() => new Set(people.map(person => person.personId)), [people])
  const isFrozen = view.state === 'låst' || view.state === 'levert'
  const undecided = useUndecided(template, session)
  const asks = rounds.view === null ? null : asksOf(rounds.view, view.role, me.id)
  const { open, unread, naming } = useTotals(props.comments)
  const waiting = view.role === 'eier' ? waitingIn(proposals) : 0
  const tabs: readonly PanelTab[] = [
    {
      id: 'comments', label: t('tabComments'), icon: <ChatIcon />, ...(naming > 0 ? { sign: '@', count: naming } : { count: unread > 0 ? unread : open }), tone: unread > 0 ? 'news' : 'calm',
      counted: naming > 0 ? `${t('commentsUnread', { count: unread })}, ${t('commentsNaming', { count: naming })}` : unread > 0 ? t('commentsUnread', { count: unread }) : t('commentsOpen', { count: open }),
      content: panel.shown === 'comments' ? <CommentsSlot comments={props.comments} members={view.members} mayComment={props.mayComment} aligned={panel.beside} round={props.round} onAway={panel.beside ? null : panel.close} /> : null,
    },
    {
      id: 'medbestemmelse', label: t('tabRounds'), icon: <HandshakeIcon />, count: asks === 'read' || asks === 'say' ? 1 : 0, counted: t('roundAwaits'),
      content: <MedbestemmelseSlot view={view} rounds={rounds.view} myId={me.id} template={template} session={session} rights={rights} readOnly={readOnly} changed={rounds.changed} onStep={rounds.setStep} />,
    },
    {
      // Only where somebody has sent something in.
      id: 'proposals', label: t('tabProposals'), icon: <PaperplaneIcon />, hidden: proposals === null || proposals.length === 0,
      count: waiting, counted: t('proposalsCount', { count: waiting }), content: <ProposalPanelSlot shown={proposed} />,
    },
    {
      id: 'people', label: t('tabPeople'), icon: <PersonGroupIcon />,
      content: (
        <MembersPanel
          view={view} myId={me.id} present={present} onChanged={onChanged}
          whyNotInvite={rights.why(asking.invite)} whyNotRemove={personId => rights.why(asking.removeMember(personId))}
        />
      ),
    },
    {
      // In what is locked there is nothing to decide, and nothing of it in the text.
      id: 'suggestions', label: t('tabSuggestions'), icon: <NotePencilIcon />, count: undecided.length, counted: t('suggestionCount', { count: undecided.length }), hidden: isFrozen,
      content: <SuggestSlot template={template} session={session} suggesting={suggesting} onLeave={panel.close} />,
    },
    { id: 'versions', label: t('tabVersions'), icon: <ClockDashedIcon />, content: <><DeliveriesSlot deliveries={view.deliveries} /><VersionsPanel view={view} template={template} session={session} rights={rights} onChanged={onChanged} /><AuditLink view={view} /></> },
    {
      id: 'intake', label: t('tabIntake'), icon: <InboxDownIcon />, count: leftovers, counted: t('leftoverCount', { count: leftovers }),
      content: <IntakePanel template={template} session={session} readOnly={readOnly} />,
    },
  ]
  return <SidePanel tabs={tabs} shown={panel.shown} onShow={panel.onShow} />
}
