import type { RichTextNode } from '@samskriv/shared/rich-text'
import { Editor } from '@tiptap/core'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { ownHistory } from './history.ts'
import { ownExtensions, writtenIn } from './own-extensions.ts'
import { cleanPastedHtml } from './paste/clean.ts'
import { Toolbar } from './toolbar.tsx'
import './editor.css'

/** A rich text that one person writes alone. `value` is put in when it is another than what was written here last. */
export interface OwnEditorProps {
  readonly value: RichTextNode | null
  readonly labelId: string
  readonly describedBy: string
  readonly onChange: (value: RichTextNode | null) => void
}

const emptyDocument = { type: 'doc', content: [{ type: 'paragraph' }] }
// The editor's own types want arrays it may change; it does not change what it is given.
const asContent = (value: RichTextNode | null): object => value ?? emptyDocument

/** The editor of a text that is nobody else's, with its toolbar. Fetched when somebody is about to write. */
export function OwnEditor ({ value, labelId, describedBy, onChange }: OwnEditorProps): ReactNode {
  const t = useText('editor')
  const box = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [active, setActive] = useState(false)
  const [said, say] = useState('')
  const written = useRef<RichTextNode | null>(value)
  const tell = useRef(onChange)
  useEffect(() => { tell.current = onChange })
  useLayoutEffect(() => {
    if (host.current === null) return undefined
    const made = new Editor({
      element: host.current,
      injectCSS: false,
      extensions: ownExtensions(t('placeholder')),
      content: asContent(written.current),
      onUpdate ({ editor: changed }) {
        written.current = writtenIn(changed)
        tell.current(written.current)
      },
      editorProps: {
        attributes: { 'class': 'ss-rich__text', 'role': 'textbox', 'aria-multiline': 'true', 'aria-labelledby': labelId, 'aria-describedby': describedBy },
        transformPastedHTML (html) {
          const cleaned = cleanPastedHtml(html)
          say(cleaned.droppedImages > 0 || cleaned.html.includes('<img') ? t('noImagesHere') : '')
          return cleaned.html
        },
      },
    })
    setEditor(made)
    return () => {
      setEditor(null)
      made.destroy()
    }
    // What it is called does not change while it stands; what is in it is put in below.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  // Somebody who writes on two machines: what came from the other one, not what was typed here a moment ago.
  useEffect(() => {
    if (editor === null || editor.isDestroyed || JSON.stringify(value) === JSON.stringify(written.current)) return
    written.current = value
    editor.commands.setContent(asContent(value), { emitUpdate: false })
  }, [editor, value])
  const history = useMemo(() => editor === null ? null : ownHistory(editor), [editor])
  return (
    <div className='ss-rich' data-editable='true'>
      <div
        ref={box} className='ss-rich__live' data-active={active}
        onFocus={event => { if (!event.currentTarget.contains(event.relatedTarget)) setActive(true) }}
        onBlur={event => { if (!event.currentTarget.contains(event.relatedTarget)) setActive(false) }}
      >
        {/* It is always there: nothing moves when one begins to write. On a phone, where it stands over the keyboard, it comes with it. */}
        {editor !== null && history !== null ? <Toolbar editor={editor} history={history} labelId={labelId} /> : null}
        <div ref={host} />
        <output className='ss-rich__say'>{said}</output>
      </div>
    </div>
  )
}
