import { isSuggestionKind } from '@samskriv/shared/rich-text'
import { type AnyExtension, Mark } from '@tiptap/core'
import { drawnFor, elementOf } from './look.ts'
import type { Suggesting } from './suggesting.ts'

/** A mark of the schema, drawn with whose it is; others as they are. */
export function drawn (extension: AnyExtension, suggesting: Suggesting): AnyExtension {
  if (!(extension instanceof Mark) || !isSuggestionKind(extension.name)) return extension
  return extension.extend({
    renderHTML: ({ HTMLAttributes, mark }) => {
      const by: unknown = mark.attrs['by']
      return [elementOf(mark.type.name), { ...HTMLAttributes, ...drawnFor(by, suggesting) }, 0]
    },
  })
}
