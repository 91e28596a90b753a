import { unzipSync, zipSync, type Zippable } from 'fflate'

/** A file of a package: its name (no folders above it, nothing of persons) and its bytes. */
export interface PackageFile { readonly name: string, readonly content: Uint8Array }

/** Bytes of a whole package, packed and unpacked: it is held in memory, twice for some moments. A behovsmelding without images is below 2 MB; each image is in it three times. */
export const mostPackageBytes = 400 * 1024 * 1024

// A zip's dates are local time without a zone: only a day that is the same everywhere gives the same bytes everywhere.
const fixedDate = new Date(1980, 0, 1, 12, 0, 0)

/**
 * Packs files into one zip, in their order. Stored, not compressed: documents and images are compressed already, and the bytes
 * then depend on nothing but the files, so that the same files are the same package wherever and whenever it is made.
 */
export function pack (files: readonly PackageFile[]): Uint8Array {
  const zip: Zippable = {}
  for (const { name, content } of files) zip[name] = [content, { level: 0, mtime: fixedDate }]
  return zipSync(zip)
}

/**
 * Takes a zip apart, in its order. Null when it is none, is damaged, names a file twice, or holds more than a package may: what
 * is small outside can be endless inside.
 */
export function unpack (zip: Uint8Array): readonly PackageFile[] | null {
  const names = new Set<string>()
  let bytes = 0
  try {
    const files = unzipSync(zip, { filter: ({ name, originalSize }) => {
      bytes += originalSize
      if (names.has(name) || bytes > mostPackageBytes) throw new RangeError('no package')
      names.add(name)
      return true
    } })
    return Object.entries(files).map(([name, content]) => ({ name, content }))
  } catch {
    return null
  }
}
