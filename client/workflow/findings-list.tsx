import { Button, Details } from '@digdir/designsystemet-react'
import { findingText } from '@samskriv/shared/i18n'
import type { Finding } from '@samskriv/shared/rules'
import { placeOf, type Template } from '@samskriv/shared/template'
import { type ReactNode } from 'react'
import { useLanguage, useText } from '../i18n/index.ts'

/** What the rules found, and what to do when somebody wants to see the place. */
export interface FindingsListProps {
  readonly template: Template
  readonly findings: readonly Finding[]
  readonly onGo: (key: string) => void
}

/** More than this is folded: a form just begun lacks almost everything. */
const shownAtOnce = 4

function FindingLine ({ finding, template, onGo }: Omit<FindingsListProps, 'findings'> & { readonly finding: Finding }): ReactNode {
  const t = useText('version')
  const language = useLanguage()
  const place = placeOf(template, finding.key)
  const n = finding.facts['n']
  // The question alone does not tell whose name is missing; the group it is in is told by the number.
  const parents = place?.fields.slice(0, -1).filter(field => field.kind !== 'group').map(field => field.label[language]) ?? []
  const where = [place?.section.title[language] ?? '', ...(n === undefined ? [] : [t('inTiltak', { n })]), ...parents].filter(part => part !== '').join(' · ')
  return (
    <li className='ss-finding'>
      <span>{findingText(language, template, finding)} <span className='ss-quiet'>{where}</span></span>
      <Button variant='tertiary' data-size='sm' onClick={() => { onGo(finding.key) }}>{t('goThere')}<span className='ss-unseen'> {findingText(language, template, finding)}</span></Button>
    </li>
  )
}

/** Findings in words, each with the way to its place. */
export function FindingsList ({ template, findings, onGo }: FindingsListProps): ReactNode {
  const t = useText('version')
  const lines = (some: readonly Finding[]): ReactNode => (
    <ul className='ss-findings'>
      {some.map(finding => <FindingLine key={`${finding.code} ${finding.key} ${finding.facts['column'] ?? ''}`} finding={finding} template={template} onGo={onGo} />)}
    </ul>
  )
  if (findings.length <= shownAtOnce + 1) return lines(findings)
  return (
    <>
      {lines(findings.slice(0, shownAtOnce))}
      <Details data-size='sm' className='ss-findings-more'>
        <Details.Summary>{t('moreFindings', { count: findings.length - shownAtOnce })}</Details.Summary>
        <Details.Content>{lines(findings.slice(shownAtOnce))}</Details.Content>
      </Details>
    </>
  )
}
