import { Button } from '@digdir/designsystemet-react'
import { PlusIcon, TrashIcon } from '@navikt/aksel-icons'
import { keyOf, suggestedOf } from '@samskriv/shared/document'
import { additionTo, removalOf, suggestChange, suggestedKey } from '@samskriv/shared/suggest'
import type { FreeTableField, GroupField } from '@samskriv/shared/template'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/index.ts'
import { announce } from '../../ui/announce.tsx'
import { asOneStep } from '../live/set-value.ts'
import { useForm } from '../setting.ts'
import { useIsOwnSuggestion } from './control-box.tsx'
import { awaitFocus } from '../suggested-focus.ts'

interface RemovalProps {
  readonly list: string
  readonly item: string
  /** Id of the button; it is named by its own words and by what it would take away. */
  readonly id: string
  readonly ofId: string
  /** The row it is of, from 1; absent: it is named by `ofId` alone. */
  readonly row?: number
}

/** Suggests that an item be taken away, and takes that back. Nothing for one who does not suggest. */
export function SuggestRemoval ({ list, item, id, ofId, row }: RemovalProps): ReactNode {
  const { home, template, suggests } = useForm()
  const t = useText('form')
  const isSuggested = useIsOwnSuggestion(keyOf(list, item))
  if (suggests === null) return null
  const label = row === undefined ? t('suggestRemoval') : t('suggestRemovalRow', { number: row })
  const press = (): void => {
    announce(t(isSuggested ? 'removalWithdrawn' : 'removalSuggested'))
    asOneStep(home, () => {
      if (isSuggested) suggestedOf(home.doc).delete(suggestedKey(suggests, keyOf(list, item)))
      else suggestChange(home.doc, suggests, removalOf(template, home.doc, list, item))
    })
  }
  return (
    <Button icon variant="tertiary" data-color="neutral" data-size="sm" id={id} aria-label={label} aria-labelledby={row === undefined ? `${id} ${ofId}` : undefined} aria-pressed={isSuggested} title={label} onClick={press}>
      <TrashIcon aria-hidden />
    </Button>
  )
}

/** Suggests one item more, which stands under the list until somebody decides. Nothing for one who does not suggest. */
export function SuggestAddition ({ field, fieldKey }: { readonly field: GroupField | FreeTableField, readonly fieldKey: string }): ReactNode {
  const { home, template, language, suggests } = useForm()
  const t = useText('form')
  if (suggests === null) return null
  const press = (): void => {
    const added = additionTo(template, home.doc, suggests, fieldKey)
    awaitFocus(keyOf(fieldKey, added.item))
    asOneStep(home, () => { suggestChange(home.doc, suggests, added) })
  }
  return <Button variant={field.kind === 'group' ? 'secondary' : 'tertiary'} data-size={field.kind === 'group' ? 'md' : 'sm'} onClick={press}><PlusIcon aria-hidden />{t('suggestAddition', { what: field.addLabel[language] })}</Button>
}
