import { Heading } from '@digdir/designsystemet-react'
import type { AuthorsView } from '@samskriv/shared/api'
import type { Value } from '@samskriv/shared/document'
import type { RichTextNode } from '@samskriv/shared/rich-text'
import type { Field } from '@samskriv/shared/template'
import { type ReactNode } from 'react'
import { useCompareWords, type CompareWords } from '../compare/words.ts'
import { useText } from '../i18n/index.ts'
import { AuthoredLine, AuthoredRich } from './authored-text.tsx'
import { headingId, type AnswerEntry, type SectionEntries } from './entries.ts'
import { percentsOf, sharesOf, whoAnswered } from './shares.ts'
import { WriterDot } from './writer-dot.tsx'
import type { WriterOf } from './writers.ts'

/** What the form is shown from. `chosen`: only this one's words are coloured; null: everybody's. */
export interface AuthoredFormProps { readonly sections: readonly SectionEntries[], readonly view: AuthorsView, readonly writerOf: WriterOf, readonly chosen: number | null }

function shownValue (field: Field, value: Value, words: CompareWords): string {
  if (Array.isArray(value)) return value.map(one => typeof one === 'string' ? words.option(field, one) : 'name' in one ? String(one.name) : '').join(', ')
  // A leaf holds one value, or a list of them.
  return words.value(field, value as Parameters<CompareWords['value']>[1])
}

function Answered ({ entry, view, writerOf, chosen }: Omit<AuthoredFormProps, 'sections'> & { readonly entry: AnswerEntry }): ReactNode {
  const words = useCompareWords()
  const { field, key, value } = entry
  const stretches = view.authorship.texts[key] ?? []
  if (field.kind === 'text') return <AuthoredLine text={String(value)} stretches={stretches} writerOf={writerOf} chosen={chosen} />
  if (field.kind === 'richText') return <AuthoredRich node={value as RichTextNode} stretches={stretches} writerOf={writerOf} chosen={chosen} />
  return <p>{shownValue(field, value, words)}</p>
}

function Answer ({ entry, ...props }: Omit<AuthoredFormProps, 'sections'> & { readonly entry: AnswerEntry }): ReactNode {
  const { view, writerOf, chosen } = props
  const whose = whoAnswered(view.authorship, entry.key)
  return (
    <div className='ss-wrote-answer' data-apart={(chosen !== null && !whose.includes(chosen)) || undefined}>
      <p className='ss-wrote-question'>{entry.label}{' '}{whose.map(who => <span key={who} className='ss-wrote-by'><WriterDot writer={writerOf(who)} />{writerOf(who).name}</span>)}</p>
      <Answered entry={entry} {...props} />
    </div>
  )
}

function SectionShares ({ section, view, writerOf }: { readonly section: SectionEntries } & Pick<AuthoredFormProps, 'view' | 'writerOf'>): ReactNode {
  const t = useText('authors')
  const keys = section.parts.flatMap(part => part.answers.map(answer => answer.key))
  const percents = percentsOf(sharesOf(keys.flatMap(key => view.authorship.texts[key] === undefined ? [] : [view.authorship.texts[key]])))
  if (percents.length === 0) return null
  const said = percents.map(({ who, percent }) => percent === 0 ? t('shareOfSmall', { who: writerOf(who).name }) : t('shareOf', { who: writerOf(who).name, percent }))
  return <p className='ss-quiet ss-wrote-shares'>{t('inSection', { list: said.join(' · ') })}</p>
}

/** Everything that is answered, section by section, each stretch in the colour of who wrote it; whose each answer is stands in words beside its question. */
export function AuthoredForm ({ sections, ...props }: AuthoredFormProps): ReactNode {
  const t = useText('authors')
  if (sections.length === 0) return <p className='ss-quiet'>{t('none')}</p>
  return sections.map(section => (
    <section key={section.id} className='ss-wrote-section' aria-labelledby={headingId(section.id)}>
      <Heading level={2} data-size='sm' id={headingId(section.id)} tabIndex={-1}>{section.title}</Heading>
      <SectionShares section={section} view={props.view} writerOf={props.writerOf} />
      {section.parts.map((part, index) => (
        <div key={index} className='ss-wrote-part' data-item={part.title === null ? undefined : true}>
          {part.title === null ? null : <Heading level={3} data-size='xs'>{part.title}</Heading>}
          {part.answers.map(entry => <Answer key={entry.key} entry={entry} {...props} />)}
        </div>
      ))}
    </section>
  ))
}
