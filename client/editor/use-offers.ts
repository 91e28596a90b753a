import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RefusalCode } from '@samskriv/shared/base'
import { useText, type TextKey } from '../i18n/index.ts'
import { checkImage } from './check-image.ts'
import type { Images } from './home.ts'
import { uploadImage } from './image-upload.ts'

const troubles: Readonly<Partial<Record<RefusalCode, TextKey<'editor'>>>> = { 'unsupported-type': 'imageType', 'too-large': 'imageSize', 'images-full': 'imagesFull' }

/** An image whose alternative text is asked for: a new file, or one that stands in the text. */
export interface ImageRequest {
  readonly source: string
  readonly alt: string
  readonly done: (alt: string) => void
}

/** Images on their way into a text. */
export interface Offers {
  /** What the dialog asks about now. */
  readonly open: ImageRequest | null
  readonly close: () => void
  /** What there is to say to the person: a trouble with an image, or what a paste left behind. */
  readonly said: string
  readonly say: (text: string) => void
  /** Files that were pasted, dropped (`at`: position in the text) or chosen. */
  readonly offer: (files: readonly File[], at: number | null) => void
  readonly choose: (file: File) => void
  /** Asks anew for the alternative text of the chosen image. */
  readonly edit: () => void
  readonly isBusy: () => boolean
}

/** Takes images through their steps: checked, alternative text asked for, sent, put in the text or refused with a reason. */
export function useOffers (editor: Editor | null, images: Images): Offers {
  const t = useText('editor')
  const [open, setOpen] = useState<ImageRequest | null>(null)
  const [said, say] = useState('')
  const running = useRef(0)
  const current = useRef<Editor | null>(null)
  useEffect(() => { current.current = editor }, [editor])

  const send = useCallback(async (file: File, alt: string, at: number | null): Promise<void> => {
    const view = current.current?.view
    if (view === undefined) return
    if (!navigator.onLine) { say(t('imageOffline')); return }
    running.current += 1
    say('')
    try {
      const answer = await uploadImage(view, file, alt, at ?? view.state.selection.to, images.upload)
      if (!answer.ok) say(t(troubles[answer.refusal.code] ?? 'imageFailed'))
    } finally {
      running.current -= 1
    }
  }, [images, t])

  const offer = useCallback((files: readonly File[], at: number | null): void => {
    const [file] = files
    if (file === undefined) return
    const trouble = checkImage(file)
    if (trouble !== null) { say(t(trouble === 'type' ? 'imageType' : trouble === 'size' ? 'imageSize' : 'imageEmpty')); return }
    say(files.length > 1 ? t('imageOneAtATime') : '')
    const source = URL.createObjectURL(file)
    setOpen({ source, alt: '', done: alt => { void send(file, alt, at) } })
  }, [send, t])

  const edit = useCallback((): void => {
    const attrs = current.current?.getAttributes('image')
    const hash: unknown = attrs?.['hash']
    const alt: unknown = attrs?.['alt']
    if (typeof hash !== 'string') return
    setOpen({ source: images.address(hash), alt: typeof alt === 'string' ? alt : '', done: next => { current.current?.commands.updateAttributes('image', { alt: next }) } })
  }, [images])

  const close = useCallback((): void => {
    setOpen(before => {
      if (before?.source.startsWith('blob:') === true) URL.revokeObjectURL(before.source)
      return null
    })
    // While the dialog stands it keeps the focus to itself.
    requestAnimationFrame(() => { current.current?.view.focus() })
  }, [])

  return useMemo(() => ({
    open, close, said, say, offer, edit,
    choose: file => { offer([file], null) },
    isBusy: () => running.current > 0 || open !== null,
  }), [open, close, said, offer, edit])
}
