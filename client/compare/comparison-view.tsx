import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { addTallies, tallyOf, type SectionChange } from '@samskriv/shared/compare'
import type { Values } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'
import { type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { Loading } from '../route/loading.tsx'
import { Changes } from './changes.tsx'
import { ImagesOf } from './rich-change.tsx'
import { tallyText } from './tally-text.ts'
import { useLatestComparison } from './use-latest-comparison.ts'
import { useCompareWords } from './words.ts'

/** Two states of one behovsmelding that fill in the same form. */
export interface ComparisonViewProps {
  readonly behovsmelding: string
  readonly template: Template
  readonly before: Values
  readonly after: Values
}

const sectionId = (id: string): string => `ss-endret-${id}`

function Summary ({ template, sections }: { readonly template: Template, readonly sections: readonly SectionChange[] }): ReactNode {
  const { language } = useCompareWords()
  const t = useText('compare')
  const tallies = sections.map(one => ({ id: one.section, tally: tallyOf(one.changes) }))
  const title = (id: string): string => template.sections.find(section => section.id === id)?.title[language] ?? id
  return (
    <nav className='ss-compare-summary' aria-label={t('summary')}>
      <p><strong>{t('inAll', { what: tallyText(addTallies(tallies.map(one => one.tally)), t) })}</strong></p>
      <ul>{tallies.map(({ id, tally }) => <li key={id}><a className='ds-link' href={`#${sectionId(id)}`}>{title(id)}</a> <span className='ss-quiet'>{tallyText(tally, t)}</span></li>)}</ul>
    </nav>
  )
}

function ComparedSection ({ template, section }: { readonly template: Template, readonly section: SectionChange }): ReactNode {
  const { language } = useCompareWords()
  const found = template.sections.find(one => one.id === section.section)
  if (found === undefined) return null
  const id = sectionId(found.id)
  return (
    <section className='ss-compare-section' aria-labelledby={id}>
      <Heading level={2} data-size='sm' id={id} tabIndex={-1}>{found.title[language]}</Heading>
      <Changes fields={found.fields} changes={section.changes} level={3} alone={false} />
    </section>
  )
}

/** What differs, read like a document: by section, old and new. Says so when nothing does. */
export function ComparisonView ({ behovsmelding, template, before, after }: ComparisonViewProps): ReactNode {
  const t = useText('compare')
  const comparison = useLatestComparison(template, before, after)
  if (comparison === null) return <Loading />
  const { sections } = comparison
  if (sections.length === 0) {
    return <div className='ss-compare-none'><Heading level={2} data-size='sm'>{t('noneTitle')}</Heading><Paragraph>{t('noneText')}</Paragraph></div>
  }
  return (
    <ImagesOf value={behovsmelding}>
      <Summary template={template} sections={sections} />
      {sections.map(section => <ComparedSection key={section.section} template={template} section={section} />)}
    </ImagesOf>
  )
}
