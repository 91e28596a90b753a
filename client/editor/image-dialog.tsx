import { Button, Dialog, Heading, Input, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../i18n/index.ts'
import type { ImageRequest } from './use-offers.ts'

interface Props { readonly request: ImageRequest, readonly close: () => void }

/** Asks what an image shows, for those who cannot see it, before it goes into the text. One may say that it is decoration. */
export function ImageDialog ({ request, close }: Props): ReactNode {
  const t = useText('editor')
  const id = useId()
  const [alt, setAlt] = useState(request.alt)
  const [decoration, setDecoration] = useState(false)
  const [missing, setMissing] = useState(false)

  const first = useRef<HTMLTextAreaElement>(null)
  // After the dialog has opened and put the focus on its way out.
  useEffect(() => { first.current?.focus() }, [])

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    if (!decoration && alt.trim() === '') { setMissing(true); return }
    request.done(decoration ? '' : alt.trim())
    close()
  }

  return (
    <Dialog open onClose={close} closeButton={t('close')} aria-labelledby={`${id}-title`}>
      <form className="ss-dialog" onSubmit={submit} noValidate>
        <Heading level={2} data-size="xs" id={`${id}-title`}>{t('imageTitle')}</Heading>
        <img className="ss-dialog__preview" src={request.source} alt="" />
        <div className="ss-dialog__field">
          <Label htmlFor={`${id}-alt`}>{t('imageAlt')}</Label>
          <p className="ss-dialog__help" id={`${id}-help`}>{t('imageAltHelp')}</p>
          <Textarea
            ref={first} id={`${id}-alt`} rows={2} value={alt} disabled={decoration} aria-invalid={missing || undefined}
            aria-describedby={missing ? `${id}-help ${id}-missing` : `${id}-help`} onChange={event => { setAlt(event.target.value); setMissing(false) }}
          />
          {missing && <ValidationMessage id={`${id}-missing`}>{t('imageAltMissing')}</ValidationMessage>}
        </div>
        <div className="ds-field">
          <Input id={`${id}-decoration`} type="checkbox" checked={decoration} onChange={event => { setDecoration(event.target.checked); setMissing(false) }} />
          <Label htmlFor={`${id}-decoration`}>{t('imageDecoration')}</Label>
        </div>
        <div className="ss-dialog__buttons">
          <Button type="submit">{t('imagePut')}</Button>
          <Button variant="tertiary" onClick={close}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
