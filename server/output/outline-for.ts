import type { Loaded } from './input.ts'
import type { Outline } from './outline/block.ts'
import { outlineOf } from './outline/outline.ts'
import { protokollOutline } from './protokoll/outline.ts'

/** Whatever is to be written, as the blocks every kind of document is made of. */
export function outlineFor (loaded: Loaded): Outline {
  return 'protokoll' in loaded ? protokollOutline(loaded) : outlineOf(loaded)
}
