import { type ReactNode } from 'react'
import { personColor } from '../editor/person-color.ts'
import type { Writer } from './writers.ts'

/** The colour of somebody who wrote, beside the name. */
export function WriterDot ({ writer }: { readonly writer: Writer }): ReactNode {
  return <span className='ss-wrote-dot' data-how={writer.how} data-person={writer.color === null ? undefined : personColor(writer.color)} aria-hidden='true' />
}
