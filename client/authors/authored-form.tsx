import { Heading } from '@digdir/designsystemet-react'
import type { AuthorsView } from '@samskriv/shared/api'
import type { Value } from '@samskriv/shared/document'
import type { RichTextNode } from '@samskriv/shared/rich-text'
import type { Field, Template } from '@samskriv/shared/template'
import { useMemo, type ReactNode } from 'react'
import { useCompareWords, type CompareWords } from '../compare/words.ts'
import { useText } from '../i18n/index.ts'
import { AuthoredLine, AuthoredRich } from './authored-text.tsx'
import { entriesOf, type AnswerEntry, type SectionEntries } from './entries.ts'
import { percentsOf, sharesOf, whoAnswered } from './shares.ts'
import type { WriterOf } from './writers.ts'

/** What the form is shown from. `chosen`: only this one's words are coloured; null: everybody's. */
export interface AuthoredFormProps { readonly template: Template, readonly view: AuthorsView, readonly writerOf: WriterOf, readonly chosen: number | null }

function shownValue (field: Field, value: Value, words: CompareWords): string {
  if (Array.isArray(value)) return value.map(one => typeof one === 'string' ? words.option(field, one) : 'name' in one ? String(one.name) : '').join(', ')
  // A leaf holds one value, or a list of them.
  return words.value(field, value as Parameters<CompareWords['value']>[1])
}

function Answer ({ entry, view, writerOf, chosen }: Omit<AuthoredFormProps, 'template'> & { readonly entry: AnswerEntry }): ReactNode {
  const words = useCompareWords()
  const t = useText('authors')
  const { field, key, value } = entry
  const stretches = view.authorship.texts[key] ?? []
  if (field.kind === 'text') return <AuthoredLine text={String(value)} stretches={stretches} writerOf={writerOf} chosen={chosen} />
  if (field.kind === 'richText') return <AuthoredRich node={value as RichTextNode} stretches={stretches} writerOf={writerOf} chosen={chosen} />
  const who = whoAnswered(view.authorship, key).map(one => writerOf(one).name).join(', ')
  return <p>{shownValue(field, value, words)} <span className='ss-quiet ss-wrote-by'>{t('answeredBy', { who: who === '' ? t('unknown') : who })}</span></p>
}

function SectionShares ({ section, view, writerOf }: { readonly section: SectionEntries } & Pick<AuthoredFormProps, 'view' | 'writerOf'>): ReactNode {
  const t = useText('authors')
  const keys = section.parts.flatMap(part => part.answers.map(answer => answer.key))
  const percents = percentsOf(sharesOf(keys.flatMap(key => view.authorship.texts[key] === undefined ? [] : [view.authorship.texts[key]])))
  if (percents.length === 0) return null
  return <p className='ss-quiet ss-wrote-shares'>{t('inSection', { list: percents.map(({ who, percent }) => t('shareOf', { who: writerOf(who).name, percent })).join(' · ') })}</p>
}

/** Everything that is answered, section by section, each stretch in the colour of who wrote it; who wrote how much of a section is said in words. */
export function AuthoredForm ({ template, view, writerOf, chosen }: AuthoredFormProps): ReactNode {
  const t = useText('authors')
  const { language } = useCompareWords()
  const sections = useMemo(() => entriesOf(template, view.values, { language, row: n => t('row', { n }) }), [template, view, language, t])
  if (sections.length === 0) return <p className='ss-quiet'>{t('none')}</p>
  return sections.map(section => (
    <section key={section.id} className='ss-wrote-section' aria-labelledby={`ss-hvem-${section.id}`}>
      <Heading level={2} data-size='sm' id={`ss-hvem-${section.id}`}>{section.title}</Heading>
      <SectionShares section={section} view={view} writerOf={writerOf} />
      {section.parts.map(part => (
        <div key={part.title ?? ''} className='ss-wrote-part' data-item={part.title === null ? undefined : true}>
          {part.title === null ? null : <Heading level={3} data-size='xs'>{part.title}</Heading>}
          {part.answers.map(entry => (
            <div key={entry.key} className='ss-wrote-answer'>
              <p className='ss-wrote-question'>{entry.label}</p>
              <Answer entry={entry} view={view} writerOf={writerOf} chosen={chosen} />
            </div>
          ))}
        </div>
      ))}
    </section>
  ))
}
