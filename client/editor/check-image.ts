/** The kinds of image that are taken. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/webp'] as const

/** Largest image, in bytes. */
export const imageBytes = 10 * 1024 * 1024

/** Why a file is not taken as an image. */
export type ImageTrouble = 'type' | 'size' | 'empty'

/** Looks at a file before it is sent. Null: it may be sent; the server looks at the bytes themselves. */
export function checkImage (file: { readonly type: string, readonly size: number }): ImageTrouble | null {
  if (!imageTypes.some(type => type === file.type)) return 'type'
  if (file.size === 0) return 'empty'
  return file.size > imageBytes ? 'size' : null
}
