import { Button } from '@digdir/designsystemet-react'
import { ChevronDownIcon, ChevronRightIcon } from '@navikt/aksel-icons'
import { keyOf } from '@samskriv/shared/document'
import type { GroupField } from '@samskriv/shared/template'
import { memo, type ReactNode } from 'react'
import { useText } from '../../i18n/index.ts'
import { elementId } from '../element-id.ts'
import { FieldComments } from '../comment-mark.tsx'
import { Fields } from '../field/clusters.tsx'
import { ItemFieldView } from '../field/item-field.tsx'
import { SuggestRemoval } from '../field/suggest-item.tsx'
import { fold, useFolded } from '../live/folded.ts'
import { useLineText } from '../live/use-line.ts'
import { useNamed } from '../named.ts'
import { AnswerNote, Note } from '../notes.ts'
import { useForm } from '../setting.ts'
import type { ItemActions } from './item-actions.ts'
import { ItemMenu } from './item-menu.tsx'
import { itemTitle } from './item-title.ts'

interface Props {
  readonly field: GroupField
  readonly fieldKey: string
  readonly id: string
  readonly number: number
  readonly isLast: boolean
  readonly actions: ItemActions
}

/** One item of a group with its heading, its menu and its fields. */
export const ItemView = memo(function ItemView ({ field, fieldKey, id, number, isLast, actions }: Props): ReactNode {
  const itemKey = keyOf(fieldKey, id)
  const isFolded = useFolded(itemKey)
  const anchor = elementId.item(fieldKey, id)
  const named = useNamed(`${anchor}-title`)
  return (
    <section className="ss-item" id={anchor} data-item={itemKey} aria-labelledby={named} data-folded={isFolded || undefined}>
      <div className="ss-item__head">
        <FoldButton itemKey={itemKey} isFolded={isFolded} controls={`${anchor}-body`} />
        <ItemHead field={field} fieldKey={fieldKey} itemKey={itemKey} id={id} number={number} anchor={anchor} isLast={isLast} actions={actions} />
      </div>
      <Note fieldKey={itemKey} />
      <AnswerNote fieldKey={itemKey} />
      <div className="ss-item__body" id={`${anchor}-body`} hidden={isFolded}>
        {!isFolded && <Fields fields={field.fields} renderField={each => <ItemFieldView key={each.id} field={each} fieldKey={keyOf(itemKey, each.id)} />} />}
      </div>
    </section>
  )
})

function FoldButton ({ itemKey, isFolded, controls }: { readonly itemKey: string, readonly isFolded: boolean, readonly controls: string }): ReactNode {
  const t = useText('form')
  return (
    <Button icon variant="tertiary" data-color="neutral" data-size="sm" aria-expanded={!isFolded} aria-controls={controls} aria-label={t(isFolded ? 'unfold' : 'fold')} onClick={() => { fold(itemKey, !isFolded) }}>
      {isFolded ? <ChevronRightIcon aria-hidden /> : <ChevronDownIcon aria-hidden />}
    </Button>
  )
}

interface HeadProps extends Props { readonly itemKey: string, readonly anchor: string }

// Its own component: each letter of the name renders the heading and nothing else.
function ItemHead ({ field, fieldKey, itemKey, id, number, anchor, isLast, actions }: HeadProps): ReactNode {
  const { home, language, readOnly } = useForm()
  const title = itemTitle(field, language, number, useLineText(home.doc, keyOf(itemKey, field.nameField)))
  return (
    <>
      <h3 className="ss-item__title" id={`${anchor}-title`} tabIndex={-1}>{title}</h3>
      <FieldComments own fieldKey={itemKey} labelId={`${anchor}-title`} />
      <SuggestRemoval list={fieldKey} item={id} id={`${anchor}-suggestRemoval`} ofId={`${anchor}-title`} />
      {!readOnly && <ItemMenu id={id} anchor={anchor} isFirst={number === 1} isLast={isLast} actions={actions} />}
    </>
  )
}
