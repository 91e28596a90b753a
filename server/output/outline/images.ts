import type { Outline } from './block.ts'
import { imagesIn, richBlocks } from './rich.ts'

/** The hashes of the images an outline shows, each once, in the order they come. */
export function imagesOf (outline: Outline): string[] {
  return [...new Set(outline.blocks.flatMap(block => block.kind === 'rich' && block.node !== null ? imagesIn(richBlocks(block.node)) : []))]
}
