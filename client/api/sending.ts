/** How much of a file has been sent, 0 to 1. */
export type Progress = (share: number) => void

/** Sends a file and tells how far it has come: `fetch` cannot. Rejects as `fetch` does, with a TypeError, when nobody answers. */
export function sendFile (method: string, path: string, file: Blob, progress: Progress): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open(method, path)
    sending.responseType = 'text'
    sending.setRequestHeader('Content-Type', file.type)
    sending.upload.addEventListener('progress', event => { if (event.lengthComputable && event.total > 0) progress(event.loaded / event.total) })
    sending.addEventListener('load', () => {
      // A Response refuses a body where there can be none.
      resolve(new Response(sending.status === 204 ? null : sending.responseText, { status: sending.status }))
    })
    for (const end of ['error', 'abort', 'timeout']) sending.addEventListener(end, () => { reject(new TypeError('no answer')) })
    sending.send(file)
  })
}
