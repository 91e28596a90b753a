import type { RichTextField as Rich } from '@samskriv/shared/template'
import { type ReactNode, useCallback } from 'react'
import { RichText } from '../../editor/index.ts'
import { elementId } from '../element-id.ts'
import { useForm } from '../setting.ts'
import { describedBy, FieldFrame } from './frame.tsx'

/** A text described at length, with its question. */
export function RichField ({ field, fieldKey }: { readonly field: Rich, readonly fieldKey: string }): ReactNode {
  const { home, textReadOnly, images, suggesting, comments, mayComment } = useForm()
  const comment = useCallback(() => { comments?.beginInText(fieldKey) }, [comments, fieldKey])
  return (
    <FieldFrame field={field} fieldKey={fieldKey} question="heading">
      <RichText home={home} fieldKey={fieldKey} labelId={elementId.label(fieldKey)} describedBy={describedBy(field, fieldKey, false)} readOnly={textReadOnly} images={images} suggesting={suggesting} onComment={mayComment ? comment : undefined} />
    </FieldFrame>
  )
}
