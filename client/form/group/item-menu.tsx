import { Button, Dropdown } from '@digdir/designsystemet-react'
import { ArrowDownIcon, ArrowUpIcon, FilesIcon, MenuElipsisVerticalIcon, TrashIcon } from '@navikt/aksel-icons'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { useText } from '../../i18n/index.ts'
import type { ItemActions } from './item-actions.ts'

interface Props {
  readonly id: string
  readonly anchor: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly actions: ItemActions
}

/** Up and down as buttons, the rest behind a menu. */
export function ItemMenu ({ id, anchor, isFirst, isLast, actions }: Props): ReactNode {
  const t = useText('form')
  const [open, setOpen] = useState(false)
  const close = (work: () => void) => (): void => { setOpen(false); work() }
  const menu = `${anchor}-menu`
  // Named by itself and the item's heading, by id: a label holding the name would change with each letter of it, and a change
  // of `aria-label` makes the browser look at the style of the whole form again (the design system asks for it in `:has`).
  const named = (what: 'moveUp' | 'moveDown' | 'more'): Pick<ComponentProps<'button'>, 'id' | 'aria-label' | 'aria-labelledby'> =>
    ({ 'id': `${anchor}-${what}`, 'aria-label': t(what), 'aria-labelledby': `${anchor}-${what} ${anchor}-title` })
  return (
    <div className="ss-item__tools">
      <Button icon variant="tertiary" data-color="neutral" data-size="sm" {...named('moveUp')} aria-disabled={isFirst || undefined} onClick={() => { if (!isFirst) actions.move(id, -1) }}><ArrowUpIcon aria-hidden /></Button>
      <Button icon variant="tertiary" data-color="neutral" data-size="sm" {...named('moveDown')} aria-disabled={isLast || undefined} onClick={() => { if (!isLast) actions.move(id, 1) }}><ArrowDownIcon aria-hidden /></Button>
      <Button icon variant="tertiary" data-color="neutral" data-size="sm" {...named('more')} popoverTarget={menu} aria-expanded={open}><MenuElipsisVerticalIcon aria-hidden /></Button>
      <Dropdown id={menu} placement="bottom-end" data-size="sm" open={open} onOpen={() => { setOpen(true) }} onClose={() => { setOpen(false) }}>
        <Dropdown.List>
          <Dropdown.Item><Dropdown.Button onClick={close(() => { actions.copy(id) })}><FilesIcon aria-hidden />{t('copy')}</Dropdown.Button></Dropdown.Item>
          <Dropdown.Item><Dropdown.Button data-color="danger" onClick={close(() => { actions.remove(id) })}><TrashIcon aria-hidden />{t('remove')}</Dropdown.Button></Dropdown.Item>
        </Dropdown.List>
      </Dropdown>
    </div>
  )
}
