import { Button } from '@digdir/designsystemet-react'
import { PlusIcon } from '@navikt/aksel-icons'
import { addItem, duplicateItem, itemIds, keyOf, moveItem, removeItem, restoreItem, textOf } from '@samskriv/shared/document'
import type { GroupField } from '@samskriv/shared/template'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { announce } from '../../ui/announce.tsx'
import { useText } from '../../i18n/index.ts'
import { elementId } from '../element-id.ts'
import { asOneStep } from '../live/set-value.ts'
import { useItems } from '../live/use-items.ts'
import { SuggestAddition } from '../field/suggest-item.tsx'
import { AnswerNote, Note } from '../notes.ts'
import { useForm } from '../setting.ts'
import { GroupSums } from './group-sums.tsx'
import { ItemView } from './item.tsx'
import type { ItemActions } from './item-actions.ts'
import { itemTitle } from './item-title.ts'
import { RemovedNotice } from './removed.tsx'

interface Removed { readonly id: string, readonly title: string }

// After React has drawn what changed.
const focusSoon = (id: string): void => { requestAnimationFrame(() => { document.getElementById(id)?.focus() }) }

/** A repeating part of the form: add, remove with a way back, move, copy. Items have ids: nobody's is lost or doubled. */
export function GroupFieldView ({ field, fieldKey }: { readonly field: GroupField, readonly fieldKey: string }): ReactNode {
  const { home, template, language, readOnly } = useForm()
  const t = useText('form')
  const ids = useItems(home.doc, fieldKey)
  const [removed, setRemoved] = useState<Removed | null>(null)
  const adding = useRef<HTMLButtonElement>(null)

  const actions = useMemo((): ItemActions => {
    const titleOf = (id: string): string =>
      itemTitle(field, language, itemIds(home.doc, fieldKey).indexOf(id) + 1, textOf(home.doc, keyOf(fieldKey, id, field.nameField)).toString())
    return {
      move (id, by) {
        const now = itemIds(home.doc, fieldKey)
        const to = now.indexOf(id) + by
        if (to < 0 || to >= now.length) return
        asOneStep(home, () => { moveItem(home.doc, fieldKey, id, to) })
        announce(t('moved', { title: titleOf(id), number: to + 1, count: now.length }))
        // The browser takes the focus from what is moved in the page; one who moves twice presses twice.
        focusSoon(`${elementId.item(fieldKey, id)}-${by < 0 ? 'moveUp' : 'moveDown'}`)
      },
      copy (id) {
        const made = asOneStep(home, () => duplicateItem(template, home.doc, field, id, home.origin))
        if (made === null) return
        announce(t('copied', { title: titleOf(id) }))
        focusSoon(elementId.field(keyOf(fieldKey, made, field.nameField)))
      },
      remove (id) {
        const title = titleOf(id)
        asOneStep(home, () => { removeItem(home.doc, fieldKey, id) })
        setRemoved({ id, title })
      },
    }
  }, [home, template, field, fieldKey, language, t])

  const add = (): void => {
    const id = asOneStep(home, () => addItem(home.doc, fieldKey))
    announce(t('added', { title: itemTitle(field, language, ids.length + 1, '') }))
    focusSoon(elementId.field(keyOf(fieldKey, id, field.nameField)))
  }
  const bringBack = (): void => {
    if (removed === null) return
    asOneStep(home, () => { restoreItem(home.doc, fieldKey, removed.id) })
    setRemoved(null)
    focusSoon(`${elementId.item(fieldKey, removed.id)}-title`)
  }
  return (
    <div className="ss-group">
      <Note fieldKey={fieldKey} />
      {ids.length === 0 && <p className="ss-group__empty">{t('noItems')}</p>}
      {ids.map((id, index) => (
        <ItemView key={id} field={field} fieldKey={fieldKey} id={id} number={index + 1} isLast={index === ids.length - 1} actions={actions} />
      ))}
      {removed !== null && !ids.includes(removed.id) && (
        <RemovedNotice key={removed.id} text={t('removed', { title: removed.title })} undo={bringBack} dismiss={() => { setRemoved(null); adding.current?.focus() }} />
      )}
      <AnswerNote fieldKey={fieldKey} />
      <SuggestAddition field={field} fieldKey={fieldKey} />
      {!readOnly && <Button ref={adding} variant="secondary" onClick={add}><PlusIcon aria-hidden />{field.addLabel[language]}</Button>}
      {ids.length > 1 && <GroupSums field={field} fieldKey={fieldKey} ids={ids} />}
    </div>
  )
}
