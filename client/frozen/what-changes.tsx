import type { Template } from '@samskriv/shared/template'
import type { VersionMeta } from '@samskriv/shared/version'
import { type ReactNode } from 'react'
import { ComparisonView } from '../compare/comparison-view.tsx'
import { useLivingValues, useVersion } from '../compare/use-sides.ts'
import type { LiveSession } from '../live/session.ts'
import { Loading } from '../route/loading.tsx'
import { FailureAlert } from '../ui/failure.tsx'
import '../compare/compare.css'

/** What the text as it is now would become with a version: the comparison of the two. */
export function WhatChanges ({ version, template, session }: { readonly version: VersionMeta, readonly template: Template, readonly session: LiveSession }): ReactNode {
  const side = useVersion(version.behovsmelding, version.number)
  const now = useLivingValues(template, session)
  if (side.failure !== null) return <FailureAlert failure={side.failure} />
  if (side.body === null || now === null) return <Loading />
  return (
    // What is too long for the window is scrolled, also by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className='ss-what-changes' tabIndex={0}>
      <ComparisonView behovsmelding={version.behovsmelding} template={template} before={now} after={side.body.values} />
    </div>
  )
}
