import { Button, Paragraph } from '@digdir/designsystemet-react'
import { ArrowUndoIcon, PersonGroupIcon } from '@navikt/aksel-icons'
import type { RoundView } from '@samskriv/shared/api'
import { removeItem } from '@samskriv/shared/document'
import type { Template } from '@samskriv/shared/template'
import { useEffect, useState, type ReactNode } from 'react'
import { useLanguage, useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { reveal } from '../page/form-slot.tsx'
import { useWatch } from '../ui/use-watch.ts'
import { notInTable, participantsTable, putInTable } from './participants.ts'

/** A closed round whose attendants may be put in the form. */
export interface FillParticipantsProps {
  readonly round: RoundView
  readonly template: Template
  readonly session: LiveSession
  readonly readOnly: boolean
}

// How many of them the table lacks, looked at again when somebody has written.
function useLacking ({ round, template, session }: FillParticipantsProps): number {
  const attendants = round.protokoll?.attendants
  const [count, setCount] = useState(0)
  const loaded = useWatch(session.loaded)
  useEffect(() => {
    if (attendants === undefined || !loaded) return undefined
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = (): void => {
      timer = null
      setCount(notInTable(template, session.doc, attendants).length)
    }
    const later = (): void => { timer ??= setTimeout(look, 300) }
    look()
    session.doc.on('update', later)
    return () => {
      session.doc.off('update', later)
      if (timer !== null) clearTimeout(timer)
    }
  }, [attendants, template, session, loaded])
  return count
}

/** Offers to put those who took part into the form's own table, with the way back. Nothing where the form has no such table, or all are in it. */
export function FillParticipants (props: FillParticipantsProps): ReactNode {
  const { round, template, session, readOnly } = props
  const t = useText('medbestemmelse')
  const language = useLanguage()
  const lacking = useLacking(props)
  const [put, setPut] = useState<{ readonly rows: readonly string[], readonly step: unknown } | null>(null)
  const table = participantsTable(template)
  if (table === null || readOnly || (lacking === 0 && put === null)) return null
  const question = table.field.label[language]
  const fill = (): void => {
    // A change of its own in the history: taking it back takes back nothing typed before or after.
    session.undo.stopCapturing()
    const rows = putInTable(template, session.doc, round.protokoll?.attendants ?? [], session.origin)
    session.undo.stopCapturing()
    setPut({ rows, step: session.undo.undoStack.at(-1) })
  }
  const takeBack = (): void => {
    if (put === null) return
    // Somebody who has written since takes back these rows, not what they wrote.
    if (session.undo.undoStack.at(-1) === put.step) session.undo.undo()
    else session.doc.transact(() => { for (const row of put.rows) removeItem(session.doc, table.field.id, row) }, session.origin)
    setPut(null)
  }
  return (
    <div className='ss-fill'>
      {put === null ? (
        <>
          <Paragraph data-size='sm'>{t('fillLead', { count: lacking, question })}</Paragraph>
          <Button variant='secondary' data-size='sm' onClick={fill}><PersonGroupIcon aria-hidden='true' />{t('fill')}</Button>
        </>
      ) : (
        <>
          <output><Paragraph data-size='sm'>{t('filled', { count: put.rows.length, question })}</Paragraph></output>
          <div className='ss-round-actions'>
            <Button variant='secondary' data-size='sm' onClick={takeBack}><ArrowUndoIcon aria-hidden='true' />{t('undo')}</Button>
            <Button variant='tertiary' data-size='sm' onClick={() => { void reveal(table.field.id) }}>{t('seeTable')}</Button>
          </div>
        </>
      )}
    </div>
  )
}
