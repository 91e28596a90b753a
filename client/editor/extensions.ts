import type { Extensions } from '@tiptap/core'
import { isImageHash, richTextExtensions } from '@samskriv/shared/rich-text/schema'
import { Placeholder } from '@tiptap/extensions'
import { CommentPaste } from './comment-paste.ts'
import { imageView } from './image-view.ts'
import { ImageUpload, type UploadOptions } from './image-upload.ts'
import { LiveText, type LiveTextOptions } from './live-text.ts'
import { drawn } from './suggest/drawn.ts'
import { Suggest, type SuggestOptions } from './suggest/suggest.ts'
import { TabLeaves } from './tab-leaves.ts'

/** What an editor of one field needs beside the schema. */
export interface EditorBehaviour {
  readonly live: LiveTextOptions
  readonly upload: UploadOptions
  /** Where a stored image is. */
  readonly imageAddress: (hash: string) => string
  /** What stands in an empty text. */
  readonly placeholder: string
  /** Absent: nothing is suggested here. */
  readonly suggest?: SuggestOptions
}

/** Exactly the schema of `shared/rich-text`, with behaviour added: nothing here may add or change a node or a mark. */
export function editorExtensions (behaviour: EditorBehaviour): Extensions {
  const { suggest } = behaviour
  const schema = richTextExtensions.map(extension => {
    if (extension.name === 'image') return extension.extend({ addNodeView: () => imageView(hash => isImageHash(hash) ? behaviour.imageAddress(hash) : null) })
    return suggest === undefined ? extension : drawn(extension, suggest.suggesting)
  })
  return [
    ...schema,
    ...(suggest === undefined ? [] : [Suggest.configure(suggest)]),
    LiveText.configure(behaviour.live),
    TabLeaves,
    CommentPaste.configure({ doc: behaviour.live.home.doc }),
    ImageUpload.configure(behaviour.upload),
    Placeholder.configure({ placeholder: behaviour.placeholder, showOnlyWhenEditable: true }),
  ]
}
