import type { ImageSource, LoadedInput, LoadedProtokoll, OutputInput, ProtokollInput } from '../input.ts'

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

// Values are plain JSON: wherever an image node stands in it, in whatever field, it is one.
function hashesIn (value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if ('type' in value && value.type === 'image' && 'attrs' in value) {
    const attrs = value.attrs
    if (typeof attrs === 'object' && attrs !== null && 'hash' in attrs && isHash(attrs.hash)) found.add(attrs.hash)
  }
  for (const inner of Object.values(value)) hashesIn(inner, found)
}

/** The hashes of all images in plain values, each once. */
export function imageHashes (values: Readonly<Record<string, unknown>>): string[] {
  const found = new Set<string>()
  hashesIn(values, found)
  return [...found]
}

/** Fetches a version's images. One that is not there, or cannot be read, is left out: the document says so in its place. */
export async function withImages (input: OutputInput): Promise<LoadedInput> {
  const { image, ...rest } = input
  return { ...rest, images: await fetched(imageHashes(input.body.values), image) }
}

/** The same for the images of a protokoll's statements. */
export async function withProtokollImages (input: ProtokollInput): Promise<LoadedProtokoll> {
  const { image, ...rest } = input
  return { ...rest, images: await fetched(imageHashes({ stances: input.protokoll.round.stances }), image) }
}

async function fetched (hashes: readonly string[], image: ImageSource): Promise<ReadonlyMap<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>()
  for (const hash of hashes) {
    const bytes = await image(hash).catch(() => null)
    if (bytes !== null) images.set(hash, bytes)
  }
  return images
}
