import { keyOf } from '@samskriv/shared/document'
import type { ContactField as Contact } from '@samskriv/shared/template'
import type { ReactNode } from 'react'
import { FieldGroup } from './fieldset.tsx'
import { LineField } from './line.tsx'

/** A contact person: a handful of short texts. */
export function ContactField ({ field, fieldKey }: { readonly field: Contact, readonly fieldKey: string }): ReactNode {
  return (
    <FieldGroup field={field} fieldKey={fieldKey}>
      <div className="ss-contact">
        {field.parts.map(part => <LineField key={part.id} field={part} fieldKey={keyOf(fieldKey, part.id)} />)}
      </div>
    </FieldGroup>
  )
}
