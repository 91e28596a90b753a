import { Heading } from '@digdir/designsystemet-react'
import type { Section } from '@samskriv/shared/template'
import { memo, type ReactNode, useMemo } from 'react'
import { elementId } from './element-id.ts'
import { CommentMark } from './comment-mark.tsx'
import { Fields } from './field/clusters.tsx'
import { FieldView } from './field/field.tsx'
import { useNamed } from './named.ts'
import { useForm } from './setting.ts'

/** A part of the form with its heading. */
export const SectionView = memo(function SectionView ({ section }: { readonly section: Section }): ReactNode {
  const { language } = useForm()
  const anchor = elementId.section(section.id)
  const named = useNamed(`${anchor}-title`)
  const target = useMemo(() => ({ kind: 'section', section: section.id } as const), [section])
  return (
    <section className="ss-section" id={anchor} aria-labelledby={named}>
      <div className="ss-headed">
        <Heading level={2} data-size="sm" className="ss-section__title" id={`${anchor}-title`} tabIndex={-1}>{section.title[language]}</Heading>
        <CommentMark own target={target} labelId={`${anchor}-title`} />
      </div>
      {section.guidance !== undefined && <p className="ss-guidance ss-section__guidance">{section.guidance[language]}</p>}
      <div className="ss-section__fields" data-layout={section.layout ?? 'rows'}>
        <Fields fields={section.fields} renderField={field => <FieldView key={field.id} field={field} fieldKey={field.id} />} />
      </div>
    </section>
  )
})
