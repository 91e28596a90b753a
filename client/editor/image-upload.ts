import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { ImageStored } from '@samskriv/shared/api'
import type { Result } from '@samskriv/shared/base'
import type { Images } from './home.ts'

/** How uploads of one editor are told of. */
export interface UploadOptions {
  /** What stands in the text while an image is on its way. */
  readonly label: () => string
  /** Files came by paste or drop: their alternative text has to be asked for before they are sent. */
  readonly offered: (files: readonly File[], at: number | null) => void
}

type Step = { readonly add: { readonly id: object, readonly at: number, readonly bar: HTMLProgressElement } } | { readonly remove: object }

const uploadKey = new PluginKey<DecorationSet>('image-upload')

// What is said once, and a bar that is looked at: a status read out at each per cent would be noise.
function drawWaiting (label: string, bar: HTMLProgressElement): HTMLElement {
  const element = document.createElement('span')
  element.className = 'ss-uploading'
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  said.textContent = label
  bar.setAttribute('aria-label', label)
  element.append(said, bar)
  return element
}

function placeOf (view: EditorView, id: object): number | null {
  const found = uploadKey.getState(view.state)?.find(undefined, undefined, spec => spec['id'] === id)
  return found?.[0]?.from ?? null
}

// An image stands between paragraphs: it does not cut the one the caret is in.
function placeFor (view: EditorView, at: number): number {
  const place = view.state.doc.resolve(at)
  if (!place.parent.isTextblock || place.parent.content.size === 0) return at
  return place.parentOffset === 0 ? place.before() : place.after()
}

const isStep = (value: unknown): value is Step => typeof value === 'object' && value !== null

/**
 * Puts an image into the text: a mark stands there while it is sent, moves with the text others write meanwhile, and gives
 * way to the image. When the place is gone by then the image goes to the end of the text. Gives the refusal as it came.
 */
export async function uploadImage (view: EditorView, file: File, alt: string, at: number, send: Images['upload']): Promise<Result<ImageStored>> {
  const id = {}
  const bar = document.createElement('progress')
  const step: Step = { add: { id, bar, at: placeFor(view, Math.min(at, view.state.doc.content.size)) } }
  view.dispatch(view.state.tr.setMeta(uploadKey, step))
  const answer = await send(file, share => { bar.value = share })
  if (view.isDestroyed) return answer
  const place = placeOf(view, id) ?? view.state.doc.content.size
  const { tr, schema } = view.state
  tr.setMeta(uploadKey, { remove: id } satisfies Step)
  const type = schema.nodes['image']
  if (answer.ok && type !== undefined) {
    const { hash, width, height } = answer.value
    tr.replaceRangeWith(place, place, type.create({ hash, type: answer.value.type, alt, width, height }))
  }
  view.dispatch(tr)
  return answer
}

const imagesIn = (transfer: DataTransfer | null): File[] => [...transfer?.files ?? []].filter(file => file.type.startsWith('image/'))

/** Images by paste and drop, and the mark that stands while one is sent. */
export const ImageUpload = Extension.create<UploadOptions>({
  name: 'imageUpload',
  addProseMirrorPlugins () {
    const { label, offered } = this.options
    return [new Plugin<DecorationSet>({
      key: uploadKey,
      state: {
        init: () => DecorationSet.empty,
        apply (transaction, before) {
          const set = before.map(transaction.mapping, transaction.doc)
          const step: unknown = transaction.getMeta(uploadKey)
          if (!isStep(step)) return set
          if ('add' in step) return set.add(transaction.doc, [Decoration.widget(step.add.at, () => drawWaiting(label(), step.add.bar), { id: step.add.id })])
          return set.remove(set.find(undefined, undefined, spec => spec['id'] === step.remove))
        },
      },
      props: {
        decorations: state => uploadKey.getState(state),
        handlePaste (_view, event) {
          const files = imagesIn(event.clipboardData)
          // Word and Excel put a picture of the copied text beside the text: then it is the text that is meant.
          if (files.length === 0 || (event.clipboardData?.getData('text/plain') ?? '').trim() !== '') return false
          offered(files, null)
          return true
        },
        handleDrop (view, event) {
          const files = imagesIn(event.dataTransfer)
          if (files.length === 0) return false
          event.preventDefault()
          offered(files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null)
          return true
        },
      },
    })]
  },
})
