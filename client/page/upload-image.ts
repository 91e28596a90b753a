import type { ImageStored } from '@samskriv/shared/api'
import { refused, type Result } from '@samskriv/shared/base'
import { storeImage, type Progress } from '../api/index.ts'

/** Stores an image of a behovsmelding. No answer from the server is told as a server that is away for a moment. */
export async function uploadImage (behovsmelding: string, file: File, progress?: Progress): Promise<Result<ImageStored>> {
  const answer = await storeImage(behovsmelding, file, progress)
  if (answer.ok) return answer
  const { code, facts } = answer.refusal
  return code === 'unreachable' ? refused('shutting-down') : refused(code, facts)
}
