import type { ComponentType, Ref } from 'react'
import type { Home, Images } from './home.ts'
import type { Suggesting } from './suggest/suggesting.ts'

/** One rich text of the form. */
export interface RichTextProps {
  readonly home: Home
  /** The field's key; the text lies in the fragment `rich:<key>`. */
  readonly fieldKey: string
  /** Id of the element that is its question. */
  readonly labelId: string
  /** Ids of what describes it (guidance, messages), separated by blanks. */
  readonly describedBy?: string | undefined
  readonly readOnly: boolean
  readonly images: Images
  /** How suggestions are made and shown here; absent: the text is shown as it stands without them. */
  readonly suggesting?: Suggesting | undefined
  /** Somebody wants to comment here, on the words they have chosen. Absent: they may not. */
  readonly onComment?: (() => void) | undefined
  /** Told when one enters (true) and leaves (false). */
  readonly onFocusChange?: ((inside: boolean) => void) | undefined
}

/** What the field may ask of its editor. */
export interface EditorHandle {
  /** Gives it the focus, with the caret where on the screen one pressed; null: where it was. */
  focusAt (at: { readonly left: number, readonly top: number } | null): void
  /** Types a text at the caret, a paragraph a line. */
  write (text: string): void
  /** Whether it must not be taken away: it has the focus, a dialog is open, or an image is on its way. */
  isBusy (): boolean
}

/** What the mounted editor is given. */
export type LiveEditorProps = RichTextProps & { readonly handle: Ref<EditorHandle> }

/** The mounted editor: fetched apart, so that what one reads first needs none of its code. */
export type EditorComponent = ComponentType<LiveEditorProps>
