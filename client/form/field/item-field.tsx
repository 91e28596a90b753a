import type { ItemField } from '@samskriv/shared/template'
import { memo, type ReactNode } from 'react'
import { AttachmentField } from './attachment.tsx'
import { ChoicesField } from './choices.tsx'
import { FixedTable } from './fixed-table.tsx'
import { FreeTable } from './free-table.tsx'
import { LineField } from './line.tsx'
import { OneOfField } from './one-of.tsx'
import { ParsedField } from './parsed.tsx'
import { RichField } from './rich.tsx'
import { SumField } from './sum.tsx'

/** Any field that may stand in an item of a group, by its kind. Nothing here knows a question. */
export const ItemFieldView = memo(function ItemFieldView ({ field, fieldKey }: { readonly field: ItemField, readonly fieldKey: string }): ReactNode {
  switch (field.kind) {
    case 'text': return <LineField field={field} fieldKey={fieldKey} />
    case 'richText': return <RichField field={field} fieldKey={fieldKey} />
    case 'amount':
    case 'percentage':
    case 'integer':
    case 'date': return <ParsedField field={field} fieldKey={fieldKey} />
    case 'yesNo':
    case 'choice': return <OneOfField field={field} fieldKey={fieldKey} />
    case 'choices': return <ChoicesField field={field} fieldKey={fieldKey} />
    case 'fixedTable': return <FixedTable field={field} fieldKey={fieldKey} />
    case 'freeTable': return <FreeTable field={field} fieldKey={fieldKey} />
    case 'sum': return <SumField field={field} fieldKey={fieldKey} />
    case 'attachment': return <AttachmentField field={field} fieldKey={fieldKey} />
  }
})
