import { richOf } from '@samskriv/shared/document'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '../i18n/index.ts'
import type { RichTextProps } from './rich-text-props.ts'
import { StaticText } from './static-text.tsx'
import { useRichText } from './use-rich-text.ts'

/** A rich text that one only reads. Where one may comment, words can be chosen in it by keyboard too. */
export function Reading (props: RichTextProps): ReactNode {
  const { home, fieldKey, images, suggesting, onComment } = props
  const t = useText('editor')
  const node = useRichText(richOf(home.doc, fieldKey), suggesting === undefined ? 'standing' : 'shown')
  if (node === null) return <p className="ss-rich__none">{t('empty')}</p>
  const text = <StaticText node={node} imageAddress={images.address} people={suggesting} />
  if (onComment === undefined) return <div className="ss-rich__text ss-rich__text--still">{text}</div>
  return <Choosing {...props}>{text}</Choosing>
}

const moving = /^(?:Arrow|Home|End|Page)/
const stopped = ['beforeinput', 'paste', 'cut', 'drop', 'dragover'] as const
const stop = (event: Event): void => { event.preventDefault() }

// In what can be edited a click puts the caret; here it still goes where the link leads.
function follow (event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link !== null && document.getSelection()?.isCollapsed !== false) window.open(link.href, '_blank', 'noopener,noreferrer')
}

interface ChoosingProps extends RichTextProps { readonly children: ReactNode }

function Choosing (props: ChoosingProps): ReactNode {
  // What a composition has put into the page in spite of all is drawn anew.
  const [turn, setTurn] = useState(0)
  return <ChoosingBox key={turn} {...props} onComposed={() => { setTurn(before => before + 1) }} />
}

// A caret to move and choose with, and nothing it could change: browsers have none outside what can be edited. The screen
// keyboard of a phone stays away, and so does the caret of one who points.
function ChoosingBox ({ labelId, describedBy, children, onComposed }: ChoosingProps & { readonly onComposed: () => void }): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const [byKeys, setByKeys] = useState(false)
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    for (const name of stopped) element.addEventListener(name, stop)
    return () => { for (const name of stopped) element.removeEventListener(name, stop) }
  }, [])
  const press = (event: KeyboardEvent): void => { if (moving.test(event.key)) setByKeys(true) }
  return (
    <div
      ref={box} className="ss-rich__text ss-rich__text--still" data-keys={byKeys || undefined}
      // No native field can show headings, lists and tables.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="textbox" aria-multiline="true" aria-readonly="true" aria-labelledby={labelId} aria-describedby={describedBy}
      tabIndex={0} contentEditable suppressContentEditableWarning inputMode="none" spellCheck={false} data-gramm="false"
      onKeyDown={press} onPointerDown={() => { setByKeys(false) }} onFocus={() => { setByKeys(box.current?.matches(':active') === false) }} onClick={follow} onCompositionEnd={onComposed}
    >
      {children}
    </div>
  )
}
