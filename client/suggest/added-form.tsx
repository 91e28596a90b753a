import { longestLine, type AddedItem } from '@samskriv/shared/proposal'
import { keyOf, suggestedOf, type Values } from '@samskriv/shared/document'
import { suggestChange, suggestedKey, suggestionAt } from '@samskriv/shared/suggest'
import { placeOf, type Field, type Template, type TextField } from '@samskriv/shared/template'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import type * as Y from 'yjs'
import { watchKeys } from '../form/live/watch-map.ts'
import { takeFocus } from '../form/suggested-focus.ts'
import { useLanguage } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'

// What can be said of an item before it is there: its name, or the short texts of a row.
function linesOf (field: Field | undefined): readonly TextField[] {
  if (field?.kind === 'freeTable') return field.columns.filter(column => column.kind === 'text')
  return field?.kind === 'group' ? field.fields.filter(each => each.kind === 'text').filter(each => each.id === field.nameField) : []
}

interface LineProps { readonly label: string, readonly value: string, readonly isAwaited: () => boolean, readonly onChange: (value: string) => void }

// What is kept has no blanks at its ends; what is being typed has.
function Line ({ label, value, isAwaited, onChange }: LineProps): ReactNode {
  const [typed, setTyped] = useState(value)
  const box = useRef<HTMLInputElement>(null)
  if (typed.trim() !== value) setTyped(value)
  useEffect(() => {
    if (isAwaited()) box.current?.focus()
    // Once, when it comes up.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return (
    <label className='ss-suggested-line'>
      <span>{label}</span>
      <input ref={box} className='ds-input' autoComplete='off' maxLength={longestLine} value={typed} onChange={event => { setTyped(event.target.value); onChange(event.target.value) }} />
    </label>
  )
}

// As it stands this moment, not as the note was told of it: a letter typed meanwhile would be taken back.
function useValuesNow (template: Template, doc: Y.Doc, personId: string, { list, item, values }: AddedItem): Values {
  const map = suggestedOf(doc)
  const key = keyOf(list, item)
  const now = useSyncExternalStore(useCallback(changed => watchKeys(map, [suggestedKey(personId, key)], changed), [map, personId, key]), () => suggestionAt(template, doc, personId, key))
  return now?.kind === 'added' ? now.values : values
}

/** What is needed to write in an item one suggests. */
export interface AddedFormProps { readonly template: Template, readonly session: LiveSession, readonly personId: string, readonly change: AddedItem }

/** The item one suggests, as far as it can be filled in before somebody has accepted it. */
export function AddedForm ({ template, session, personId, change }: AddedFormProps): ReactNode {
  const language = useLanguage()
  const values = useValuesNow(template, session.doc, personId, change)
  const lines = linesOf(placeOf(template, change.list)?.fields.at(-1))
  const key = keyOf(change.list, change.item)
  const write = (id: string, text: string): void => {
    const { [id]: _before, ...others } = values
    session.doc.transact(() => { suggestChange(session.doc, personId, { ...change, values: text.trim() === '' ? others : { ...others, [id]: text.trim() } }) }, session.origin)
  }
  return (
    <div className='ss-suggested-lines'>
      {lines.map((line, index) => (
        <Line key={line.id} label={line.label[language]} value={String(values[line.id] ?? '')} isAwaited={() => index === 0 && takeFocus(key)} onChange={text => { write(line.id, text) }} />
      ))}
    </div>
  )
}
