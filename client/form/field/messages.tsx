import { ValidationMessage } from '@digdir/designsystemet-react'
import { findingText } from '@samskriv/shared/i18n'
import type { ReactNode } from 'react'
import { elementId } from '../element-id.ts'
import { useFindings } from '../live/findings.ts'
import { useForm } from '../setting.ts'

/** Whether a field still lacks the answer the form asks for. False where nobody can answer it. */
export function useMissing (key: string): boolean {
  const { home, template, readOnly } = useForm()
  return useFindings(template, home.doc, key, readOnly).some(finding => finding.code === 'missing' || finding.code === 'answer-follows')
}

/** A message at a field, linked by its id. Errors are red; what is only advice is not. */
export function FieldMessage ({ fieldKey, children, advice = false }: { readonly fieldKey: string, readonly children: ReactNode, readonly advice?: boolean }): ReactNode {
  return <ValidationMessage id={elementId.message(fieldKey)} className="ss-message" data-color={advice ? 'warning' : 'danger'}>{children}</ValidationMessage>
}

/** Advice of the rules about a whole field: sums that differ from the tiltak's, a number that does not agree. */
export function Advice ({ fieldKey }: { readonly fieldKey: string }): ReactNode {
  const { home, template, readOnly, language } = useForm()
  const found = useFindings(template, home.doc, fieldKey, readOnly).filter(finding => finding.code === 'sums-differ' || finding.code === 'count-differs')
  if (found.length === 0) return null
  return (
    <div className="ss-advice" role="note">
      {found.map(finding => <p key={JSON.stringify(finding)}>{findingText(language, template, finding)}</p>)}
    </div>
  )
}
