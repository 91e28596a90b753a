import { useCallback } from 'react'
import { useFormat } from '../i18n/index.ts'

const [kilo, mega] = [1000, 1_000_000]

/** Gives a number of bytes as people read it: `340 kB`, `2,4 MB`. */
export function useFileSize (): (bytes: number) => string {
  const format = useFormat()
  return useCallback(bytes => bytes < mega ? `${format.number(Math.max(1, Math.round(bytes / kilo)))} kB` : `${format.number(Math.round(bytes / mega * 10) / 10)} MB`, [format])
}
