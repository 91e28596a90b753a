import type { Extensions } from '@tiptap/core'
import { isImageHash, richTextExtensions } from '@samskriv/shared/rich-text/schema'
import { Placeholder } from '@tiptap/extensions'
import { imageView } from './image-view.ts'
import { ImageUpload, type UploadOptions } from './image-upload.ts'
import { LiveText, type LiveTextOptions } from './live-text.ts'
import { TabLeaves } from './tab-leaves.ts'

/** What an editor of one field needs beside the schema. */
export interface EditorBehaviour {
  readonly live: LiveTextOptions
  readonly upload: UploadOptions
  /** Where a stored image is. */
  readonly imageAddress: (hash: string) => string
  /** What stands in an empty text. */
  readonly placeholder: string
}

/** Exactly the schema of `shared/rich-text`, with behaviour added: nothing here may add or change a node or a mark. */
export function editorExtensions (behaviour: EditorBehaviour): Extensions {
  const schema = richTextExtensions.map(extension => extension.name === 'image'
    ? extension.extend({ addNodeView: () => imageView(hash => isImageHash(hash) ? behaviour.imageAddress(hash) : null) })
    : extension)
  return [
    ...schema,
    LiveText.configure(behaviour.live),
    TabLeaves,
    ImageUpload.configure(behaviour.upload),
    Placeholder.configure({ placeholder: behaviour.placeholder, showOnlyWhenEditable: true }),
  ]
}
