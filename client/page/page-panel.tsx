import type { BehovsmeldingView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import { asking } from '@samskriv/shared/workflow'
import { useMemo, type ReactNode } from 'react'
import { VersionsPanel } from '../frozen/versions-panel.tsx'
import { IntakePanel } from '../intake/intake-panel.tsx'
import type { LiveSession } from '../live/session.ts'
import { MembersPanel } from '../people/members-panel.tsx'
import type { MyPerson } from '../people/me.ts'
import { AuditLink } from './audit-link.tsx'
import type { PersonHere } from './present-people.ts'
import { SidePanel } from './side-panel.tsx'
import type { Rights } from './use-rights.ts'

/** What the panel needs to know of the page. */
export interface PagePanelProps {
  readonly view: BehovsmeldingView
  readonly me: MyPerson
  readonly template: Template
  readonly session: LiveSession
  readonly rights: Rights
  readonly people: readonly PersonHere[]
  readonly leftovers: number
  readonly readOnly: boolean
  readonly onChanged: () => void
}

/** The panel beside the text, filled. */
export function PagePanel ({ view, me, template, session, rights, people, leftovers, readOnly, onChanged }: PagePanelProps): ReactNode {
  const present = useMemo(() => new Set(people.map(person => person.personId)), [people])
  return (
    <SidePanel
      leftovers={leftovers}
      people={(
        <MembersPanel
          view={view} myId={me.id} present={present} onChanged={onChanged}
          whyNotInvite={rights.why(asking.invite)} whyNotRemove={personId => rights.why(asking.removeMember(personId))}
        />
      )}
      versions={<><VersionsPanel versions={view.versions} /><AuditLink view={view} /></>}
      intake={<IntakePanel template={template} session={session} readOnly={readOnly} />}
    />
  )
}
