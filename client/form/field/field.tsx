import type { Field } from '@samskriv/shared/template'
import { memo, type ReactNode } from 'react'
import { GroupFieldView } from '../group/group.tsx'
import { ContactField } from './contact.tsx'
import { ItemFieldView } from './item-field.tsx'

/** Any field of a form, by its kind. */
export const FieldView = memo(function FieldView ({ field, fieldKey }: { readonly field: Field, readonly fieldKey: string }): ReactNode {
  switch (field.kind) {
    case 'contact': return <ContactField field={field} fieldKey={fieldKey} />
    case 'group': return <GroupFieldView field={field} fieldKey={fieldKey} />
    default: return <ItemFieldView field={field} fieldKey={fieldKey} />
  }
})
