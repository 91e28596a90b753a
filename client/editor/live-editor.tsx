import { richOf } from '@samskriv/shared/document'
import { Editor } from '@tiptap/core'
import { type ReactNode, useCallback, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useText, type TextKey } from '../i18n/index.ts'
import { editorExtensions } from './extensions.ts'
import { liveHistory } from './history.ts'
import { ImageDialog } from './image-dialog.tsx'
import { cleanPastedHtml } from './paste/clean.ts'
import type { LiveEditorProps } from './rich-text-props.ts'
import { SuggestionCard } from './suggest/card.tsx'
import type { NotSuggested } from './suggest/suggesting.ts'
import { Toolbar } from './toolbar.tsx'
import { useOffers } from './use-offers.ts'

const whyNot: Readonly<Record<NotSuggested, TextKey<'editor'>>> = { inside: 'suggestInside', blocks: 'suggestBlocks', marks: 'suggestMarks', images: 'suggestImages' }

/** The editor of one field, with its toolbar. Fetched when somebody is about to write. */
export function LiveEditor ({ home, fieldKey, labelId, describedBy, images, suggesting, onComment, onFocusChange, handle }: LiveEditorProps): ReactNode {
  const t = useText('editor')
  const box = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [active, setActive] = useState(false)
  const history = useMemo(() => liveHistory(home.undo), [home])
  const offers = useOffers(editor, images)
  const { offer, say } = offers
  // What is said is why something could not be suggested: nothing is wrong.
  const isRefusing = useRef(false)
  const [isCalm, setCalm] = useState(false)
  const refused = useCallback((why: NotSuggested | null) => {
    isRefusing.current = why !== null
    setCalm(why !== null)
    say(why === null ? '' : t(whyNot[why]))
  }, [say, t])

  useLayoutEffect(() => {
    if (host.current === null) return undefined
    const made = new Editor({
      element: host.current,
      injectCSS: false,
      extensions: editorExtensions({
        live: { home, fragment: richOf(home.doc, fieldKey), key: fieldKey },
        upload: { label: () => t('uploading'), offered: (files, at) => { if (suggesting?.state.get().mode === 'suggest') refused('images'); else offer(files, at) } },
        ...(suggesting === undefined ? {} : { suggest: { suggesting, refused } }),
        imageAddress: images.address,
        placeholder: t('placeholder'),
      }),
      editorProps: {
        attributes: { 'class': 'ss-rich__text', 'role': 'textbox', 'aria-multiline': 'true', 'aria-labelledby': labelId },
        transformPastedHTML (html) {
          const cleaned = cleanPastedHtml(html)
          if (cleaned.droppedImages > 0) say(t('imagesDropped', { count: cleaned.droppedImages }))
          return cleaned.html
        },
        // Room for the toolbar, which stands over the lower edge.
        scrollMargin: { top: 90, bottom: 90, left: 0, right: 0 },
        scrollThreshold: { top: 80, bottom: 80, left: 0, right: 0 },
      },
    })
    setEditor(made)
    // What could not be done is no news any more once something could.
    made.on('update', () => { if (isRefusing.current) refused(null) })
    // What was about to be typed in one mode is not typed in the other.
    const stop = suggesting?.state.watch(() => { made.view.dispatch(made.state.tr.setStoredMarks(null)) })
    return () => {
      stop?.()
      setEditor(null)
      made.destroy()
    }
    // A new text on the same place is a new component (its key is the field's): nothing else may remake an editor.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [home, fieldKey])

  useLayoutEffect(() => {
    if (editor === null || editor.isDestroyed) return
    if (describedBy === undefined) editor.view.dom.removeAttribute('aria-describedby')
    else editor.view.dom.setAttribute('aria-describedby', describedBy)
  }, [editor, describedBy])

  useImperativeHandle(handle, () => ({
    focusAt (at) {
      if (editor === null || editor.isDestroyed) return
      const place = at === null ? null : editor.view.posAtCoords(at)
      if (place !== null) editor.commands.setTextSelection(place.pos)
      editor.view.focus()
    },
    write (text) {
      if (editor === null || editor.isDestroyed) return
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) editor.commands.splitBlock()
        if (line !== '') editor.view.dispatch(editor.state.tr.insertText(line).scrollIntoView())
      }
    },
    isBusy: () => offers.isBusy() || (box.current?.contains(document.activeElement) ?? false),
  }), [editor, offers])

  const enter = useCallback(() => {
    setActive(true)
    onFocusChange?.(true)
  }, [onFocusChange])
  const leave = useCallback(() => {
    setActive(false)
    onFocusChange?.(false)
  }, [onFocusChange])

  return (
    <div
      ref={box} className="ss-rich__live" data-active={active}
      onFocus={event => { if (!event.currentTarget.contains(event.relatedTarget)) enter() }}
      onBlur={event => { if (!event.currentTarget.contains(event.relatedTarget)) leave() }}
    >
      <div ref={host} />
      {editor !== null && active && suggesting !== undefined && <SuggestionCard editor={editor} home={home} fieldKey={fieldKey} suggesting={suggesting} box={box} />}
      {editor !== null && active && <Toolbar editor={editor} history={history} labelId={labelId} images={offers} comment={onComment} />}
      {offers.open !== null && <ImageDialog request={offers.open} close={offers.close} />}
      <output className="ss-rich__say" data-calm={isCalm || undefined}>{offers.said}</output>
    </div>
  )
}
