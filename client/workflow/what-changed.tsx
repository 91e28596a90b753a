import type { Template } from '@samskriv/shared/template'
import type { VersionMeta } from '@samskriv/shared/version'
import { type ReactNode } from 'react'
import { ComparisonView } from '../compare/comparison-view.tsx'
import { useLivingValues, useVersion } from '../compare/use-sides.ts'
import type { LiveSession } from '../live/session.ts'
import { Loading } from '../route/loading.tsx'
import { FailureAlert } from '../ui/failure.tsx'
import '../compare/compare.css'
import '../frozen/versions-panel.css'

/** What has changed in the living text since a version. */
export function WhatChanged ({ version, template, session }: { readonly version: VersionMeta, readonly template: Template, readonly session: LiveSession }): ReactNode {
  const before = useVersion(version.behovsmelding, version.number)
  const now = useLivingValues(template, session)
  if (before.failure !== null) return <FailureAlert failure={before.failure} />
  if (before.body === null || now === null) return <Loading />
  return (
    // What is too long for the window is scrolled, also by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className='ss-what-changes' tabIndex={0}>
      <ComparisonView behovsmelding={version.behovsmelding} template={template} before={before.body.values} after={now} />
    </div>
  )
}
