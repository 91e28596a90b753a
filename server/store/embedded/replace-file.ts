import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Puts a file in place of what was there, whole or not at all, and resolves when it survives a power cut: temporary file,
 * fsync, rename, fsync of the folder that now names it. Only the server's user may read it (mode 0600). Only one caller at a
 * time per `temporary` (default: the path with `.new` behind it, in the same folder so that the rename is one step).
 */
export async function replaceFile (path: string, content: string | Uint8Array, temporary = `${path}.new`): Promise<void> {
  try {
    const file = await open(temporary, 'w', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    // Half a file of a full disk would take the very space that is missing.
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path))
}

/** Resolves when the names in a folder survive a power cut. Windows has no such call, and does not need it. */
export async function syncFolder (folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
