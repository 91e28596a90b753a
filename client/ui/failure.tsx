import { Alert, Paragraph } from '@digdir/designsystemet-react'
import { type ReactNode } from 'react'
import type { Failure } from '../api/index.ts'
import { useNames } from '../i18n/index.ts'

/** Says why something did not come about, and is heard. Nothing when all is well. */
export function FailureAlert ({ failure }: { readonly failure: Failure | null }): ReactNode {
  const names = useNames()
  return (
    <div role='alert'>
      {failure === null ? null : <Alert data-color='danger' data-size='sm'><Paragraph data-size='sm'>{names.failure(failure)}</Paragraph></Alert>}
    </div>
  )
}
