import { richOf } from '@samskriv/shared/document'
import { useText } from '../i18n/index.ts'
import { type FocusEvent, type MouseEvent, memo, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { caretsOf } from './carets.ts'
import { EarlyText, type EarlyHandle } from './early-text.tsx'
import type { EditorComponent, EditorHandle, RichTextProps } from './rich-text-props.ts'
import { editorIfHere, loadEditor, loadEditorSoon } from './load-editor.ts'
import { Reading } from './reading.tsx'
import { takeSlot } from './slots.ts'
import { StaticText } from './static-text.tsx'
import { useNearby } from './use-nearby.ts'
import { useRichText } from './use-rich-text.ts'

/** How long a pointer rests over a text before its editor is made ready, in ms: then a click, or a drag, is the browser's own. */
const restMs = 90

interface Point { readonly left: number, readonly top: number }

/**
 * A rich text that is plain elements until somebody is about to write in it, or somebody else writes in it in view. An
 * editor with the focus is never taken away.
 */
export const RichText = memo(function RichText (props: RichTextProps): ReactNode {
  return props.readOnly ? <Reading {...props} /> : <Writing {...props} />
})

function Writing (props: RichTextProps): ReactNode {
  const { home, fieldKey } = props
  const box = useRef<HTMLDivElement>(null)
  const handle = useRef<EditorHandle>(null)
  // The editor's component while one stands here. Null: plain elements.
  const [LiveEditor, setLiveEditor] = useState<EditorComponent | null>(null)
  const mounted = LiveEditor !== null
  const nearby = useNearby(box)
  const early = useRef<EarlyHandle>(null)
  // Where one pressed while the editor's code was still on its way. Undefined: nobody waits for it.
  const [waitsAt, setWaitsAt] = useState<Point | null>()

  // Not while somebody is typing ahead of it: what they typed is handed over first.
  const ready = useCallback((): void => { if (early.current === null) setLiveEditor(editorIfHere) }, [])
  const enter = useCallback((at: Point | null): void => {
    if (editorIfHere() === null) {
      flushSync(() => { setWaitsAt(at) })
      // What is only read above it may be given the focus again: nobody could type there.
      early.current?.focus()
      return
    }
    flushSync(ready)
    handle.current?.focusAt(at)
  }, [ready])

  useEffect(loadEditorSoon, [])
  // The first press of all may come before the editor has, and the first words: they are not lost.
  useEffect(() => {
    if (waitsAt === undefined) return
    let here = true
    async function goOn (at: Point | null): Promise<void> {
      try {
        await loadEditor()
      } catch {
        early.current?.giveUp()
        return
      }
      await early.current?.settled()
      const typed = here ? early.current?.take() : undefined
      if (typed === undefined) return
      flushSync(() => { setLiveEditor(editorIfHere); setWaitsAt(undefined) })
      if (typed.focused || typed.text !== '') handle.current?.focusAt(at)
      handle.current?.write(typed.text)
    }
    void goOn(waitsAt)
    return () => { here = false }
  }, [waitsAt])
  useEffect(() => {
    if (!mounted) return undefined
    return takeSlot(() => {
      if (handle.current?.isBusy() === true) return false
      setLiveEditor(null)
      return true
    })
  }, [mounted])
  useEffect(() => {
    // Somebody else writes here and one looks at it: carets are live only in an editor.
    if (!nearby) {
      if (handle.current?.isBusy() !== true) setLiveEditor(null)
      return undefined
    }
    const carets = caretsOf(home.awareness)
    const look = (): void => { if (carets.at(fieldKey).length > 0) void whenLoaded(ready) }
    look()
    return carets.watch(fieldKey, look)
  }, [nearby, ready, home, fieldKey])

  return (
    <div className="ss-rich" ref={box} data-editable="true">
      {LiveEditor === null ? <Still {...props} enter={enter} ready={ready} waiting={waitsAt !== undefined} /> : null}
      {LiveEditor === null && waitsAt !== undefined
        ? <EarlyText home={home} fieldKey={fieldKey} labelId={props.labelId} describedBy={props.describedBy} handle={early} onLeft={() => { setWaitsAt(undefined) }} /> : null}
      {LiveEditor === null ? null : <LiveEditor {...props} handle={handle} />}
    </div>
  )
}

// Without the network there is no editor yet: the text stays readable, and the next try fetches it.
async function whenLoaded (work: () => void): Promise<void> {
  try {
    await loadEditor()
    work()
  } catch { /* said by the save status: one is offline */ }
}

interface StillProps extends RichTextProps {
  readonly enter: (at: Point | null) => void
  readonly ready: () => void
  /** Somebody is writing already, in the field below it. */
  readonly waiting: boolean
}

function Still ({ home, fieldKey, labelId, describedBy, images, suggesting, enter, ready, waiting }: StillProps): ReactNode {
  const t = useText('editor')
  const node = useRichText(richOf(home.doc, fieldKey), suggesting === undefined ? 'standing' : 'shown')
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => { clearTimeout(resting.current) }, [])

  const press = (event: MouseEvent): void => {
    const isLink = event.target instanceof Element && event.target.closest('a') !== null
    if (event.button !== 0 || (isLink && (event.ctrlKey || event.metaKey))) return
    event.preventDefault()
    enter({ left: event.clientX, top: event.clientY })
  }
  const focus = (event: FocusEvent): void => { if (event.target === event.currentTarget) enter(null) }
  return (
    // It stands for the editor until it is entered, and says what the editor will say; entering by key is its focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      // No native field can show headings, lists and tables; while somebody types ahead of the editor it is only read.
      className="ss-rich__text" role={waiting ? 'group' : 'textbox'} aria-multiline={waiting ? undefined : true} tabIndex={waiting ? -1 : 0} aria-labelledby={labelId} aria-describedby={describedBy}
      onMouseDown={press} onFocus={focus} onClick={event => { if (!event.ctrlKey && !event.metaKey) event.preventDefault() }}
      onPointerEnter={event => { if (event.pointerType === 'mouse' && event.buttons === 0) resting.current = setTimeout(ready, restMs) }}
      onPointerLeave={() => { clearTimeout(resting.current) }}
    >
      {node === null ? <p className="ss-rich__placeholder" data-placeholder={waiting ? undefined : t('placeholder')}><br /></p> : <StaticText node={node} imageAddress={images.address} people={suggesting} />}
    </div>
  )
}
