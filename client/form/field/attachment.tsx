import { PaperclipIcon } from '@navikt/aksel-icons'
import { keyOf } from '@samskriv/shared/document'
import type { AttachmentField as Attachment } from '@samskriv/shared/template'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/index.ts'
import { useItems } from '../live/use-items.ts'
import { useValue } from '../live/use-value.ts'
import { useForm } from '../setting.ts'
import { FieldFrame } from './frame.tsx'

function FileName ({ fileKey }: { readonly fileKey: string }): ReactNode {
  const file = useValue(fileKey)
  if (typeof file !== 'object' || !('hash' in file)) return null
  return <li className="ss-file"><PaperclipIcon aria-hidden /> {file.name}</li>
}

/** Files that belong to an answer. */
export function AttachmentField ({ field, fieldKey }: { readonly field: Attachment, readonly fieldKey: string }): ReactNode {
  const { home } = useForm()
  const t = useText('form')
  const ids = useItems(home.doc, fieldKey)
  return (
    <FieldFrame field={field} fieldKey={fieldKey} question="heading">
      {ids.length === 0
        ? <p className="ss-value ss-value--none">{t('noFiles')}</p>
        : <ul className="ss-files">{ids.map(id => <FileName key={id} fileKey={keyOf(fieldKey, id, 'file')} />)}</ul>}
    </FieldFrame>
  )
}
