import { Button, Dialog, Heading, Input, Label, ValidationMessage } from '@digdir/designsystemet-react'
import type { Editor } from '@tiptap/core'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../i18n/index.ts'
import { linkAddress } from './link-address.ts'

interface Props { readonly editor: Editor, readonly close: () => void }

const currentAddress = (editor: Editor): string => {
  const href: unknown = editor.getAttributes('link')['href']
  return typeof href === 'string' ? href : ''
}

/** Puts a link on the chosen words, changes the one the caret is in, or takes it away. With nothing chosen the words are asked for too. */
export function LinkDialog ({ editor, close }: Props): ReactNode {
  const t = useText('editor')
  const id = useId()
  const [before] = useState(() => currentAddress(editor))
  const [needsWords] = useState(() => editor.state.selection.empty && before === '')
  const [address, setAddress] = useState(before)
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState(false)

  const first = useRef<HTMLInputElement>(null)
  // After the dialog has opened and put the focus on its way out.
  useEffect(() => { first.current?.focus() }, [])

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    const href = linkAddress(address)
    if (href === null) { setWrong(true); return }
    const chain = editor.chain().focus()
    if (needsWords) chain.insertContent({ type: 'text', text: words.trim() || address.trim(), marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.extendMarkRange('link').setLink({ href }).run()
    close()
  }

  return (
    <Dialog open onClose={close} closeButton={t('close')} aria-labelledby={`${id}-title`}>
      <form className="ss-dialog" onSubmit={submit} noValidate>
        <Heading level={2} data-size="xs" id={`${id}-title`}>{t(before === '' ? 'linkTitle' : 'linkChange')}</Heading>
        <div className="ss-dialog__field">
          <Label htmlFor={`${id}-address`}>{t('linkAddress')}</Label>
          <Input
            ref={first} id={`${id}-address`} type="url" value={address} placeholder="https://" spellCheck={false} aria-invalid={wrong || undefined}
            aria-describedby={wrong ? `${id}-wrong` : undefined} onChange={event => { setAddress(event.target.value); setWrong(false) }}
          />
          {wrong && <ValidationMessage id={`${id}-wrong`}>{t('linkWrong')}</ValidationMessage>}
        </div>
        {needsWords && (
          <div className="ss-dialog__field">
            <Label htmlFor={`${id}-words`}>{t('linkWords')}</Label>
            <Input id={`${id}-words`} value={words} onChange={event => { setWords(event.target.value) }} />
          </div>
        )}
        <div className="ss-dialog__buttons">
          <Button type="submit">{t(before === '' ? 'linkPut' : 'linkSave')}</Button>
          {before !== '' && <Button variant="secondary" data-color="danger" onClick={() => { editor.chain().focus().extendMarkRange('link').unsetLink().run(); close() }}>{t('linkRemove')}</Button>}
          {before !== '' && linkAddress(before) !== null && <Button variant="tertiary" asChild><a href={before} target="_blank" rel="noopener noreferrer">{t('linkOpen')}</a></Button>}
        </div>
      </form>
    </Dialog>
  )
}
