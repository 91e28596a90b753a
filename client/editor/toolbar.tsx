import { Button, Tooltip } from '@digdir/designsystemet-react'
import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '../i18n/index.ts'
import { imageTypes } from './check-image.ts'
import type { EditHistory } from './history.ts'
import { LinkDialog } from './link-dialog.tsx'
import { shownShortcut, spokenShortcut } from './shortcut.ts'
import { type Reach, type ToolbarItem, toolbarGroups } from './toolbar-items.tsx'
import { type ToolbarState, useToolbarState } from './toolbar-state.ts'
import { useKeyboardRoom } from './use-keyboard-room.ts'

interface Props {
  readonly editor: Editor
  readonly history: EditHistory
  readonly labelId: string
  /** What can be done with images; absent: the text takes none. */
  readonly images?: { readonly choose: (file: File) => void, readonly edit: () => void }
  /** Begins a comment on what is chosen; absent: one may not. */
  readonly comment?: (() => void) | undefined
}

/**
 * What one can do with the text. It stands over the lower edge of the text and takes no room of its own, so that nothing
 * moves under the pointer when it comes and goes. One stop for Tab, arrows inside.
 */
export function Toolbar ({ editor, history, labelId, images, comment }: Props): ReactNode {
  const t = useText('editor')
  const state = useToolbarState(editor, history)
  const bar = useRef<HTMLDivElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const [linking, setLinking] = useState(false)
  const [stop, setStop] = useState(0)
  useKeyboardRoom(bar)
  useEffect(() => {
    const open = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setLinking(true)
    }
    const { dom } = editor.view
    dom.addEventListener('keydown', open)
    return () => { dom.removeEventListener('keydown', open) }
  }, [editor])

  const groups = toolbarGroups(state, images !== undefined, comment !== undefined)
  const items = groups.flat()
  const count = items.length
  const at = Math.min(stop, count - 1)
  const reach: Reach = { editor, history, openLink: () => { setLinking(true) }, openImage: () => file.current?.click(), editImage: () => { images?.edit() }, comment }
  return (
    <div className="ss-bar" ref={bar}>
      {/* The buttons take the focus, one of them by Tab: the bar itself has none to take. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        className="ss-bar__tools" role="toolbar" aria-label={t('toolbar')} aria-describedby={labelId} data-size="sm"
        onKeyDown={event => { moveInside(event, at, count, setStop, () => { editor.view.focus() }) }}
        // Pressing a button must not take the focus, and with it the selection, out of the text.
        onMouseDown={event => { event.preventDefault() }}
      >
        {groups.map(group => (
          <div className="ss-bar__group" key={group[0]?.name}>
            {group.map(item => (
              <Tool key={item.name} item={item} state={state} reach={reach} isStop={items[at] === item} take={() => { setStop(items.indexOf(item)) }} />
            ))}
          </div>
        ))}
      </div>
      <input
        ref={file} type="file" hidden accept={imageTypes.join(',')}
        onChange={event => {
          const [chosen] = event.target.files ?? []
          event.target.value = ''
          if (chosen !== undefined) images?.choose(chosen)
        }}
      />
      {linking && <LinkDialog editor={editor} close={() => { setLinking(false); editor.view.focus() }} />}
    </div>
  )
}

interface ToolProps {
  readonly item: ToolbarItem
  readonly state: ToolbarState
  readonly reach: Reach
  readonly isStop: boolean
  readonly take: () => void
}

function Tool ({ item, state, reach, isStop, take }: ToolProps): ReactNode {
  const t = useText('editor')
  const name = item.shortcut === undefined ? t(item.name) : `${t(item.name)} (${shownShortcut(item.shortcut)})`
  const enabled = item.enabled?.(state) ?? true
  return (
    <Tooltip content={name}>
      <Button
        icon variant="tertiary" data-color="neutral" className="ss-bar__tool" data-look={item.look} aria-label={name}
        aria-pressed={item.pressed?.(state)} aria-disabled={enabled ? undefined : true} tabIndex={isStop ? 0 : -1}
        aria-keyshortcuts={item.shortcut === undefined ? undefined : spokenShortcut(item.shortcut)}
        onFocus={take} onClick={() => { if (enabled) item.run(reach) }}
      >
        {/* Letters are drawn by CSS: the tooltip takes the name away from a button that has text of its own. */}
        {item.letters === undefined ? item.icon : <span className="ss-bar__letters" data-letters={t(item.letters)} aria-hidden="true" />}
      </Button>
    </Tooltip>
  )
}

function moveInside (event: KeyboardEvent<HTMLDivElement>, at: number, count: number, go: (to: number) => void, leave: () => void): void {
  const to = { ArrowRight: (at + 1) % count, ArrowLeft: (at + count - 1) % count, Home: 0, End: count - 1 }[event.key]
  if (event.key === 'Escape') { event.preventDefault(); leave(); return }
  if (to === undefined) return
  event.preventDefault()
  go(to)
  event.currentTarget.querySelectorAll('button')[to]?.focus()
}
