import { Alert, Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { FileSearchIcon } from '@navikt/aksel-icons'
import { useRef, useState, type DragEvent, type ReactNode, type SubmitEvent } from 'react'
import { useText } from '../i18n/index.ts'
import { FailureAlert } from '../ui/failure.tsx'
import { Fingerprint } from '../ui/fingerprint.tsx'
import { useTitle } from '../ui/use-title.ts'
import { canHash, hashIn } from './hash-file.ts'
import { KeysPart } from './keys-part.tsx'
import { useChecks, type Check } from './use-checks.ts'
import { Answer, InsideAnswer, KnownAnswer, UnknownAnswer } from './verdict.tsx'
import './check.css'

function Outcome ({ check }: { readonly check: Check }): ReactNode {
  const t = useText('check')
  const { outcome } = check
  switch (outcome.kind) {
    case 'asking': return <Paragraph data-size='sm' className='ss-quiet'>{t('asking')}</Paragraph>
    case 'too-large': return <Answer kind='unknown' title={t('tooLarge')} />
    case 'unreadable': return <Answer kind='unknown' title={t('unreadable')} />
    case 'failed': return <FailureAlert failure={outcome.failure} />
    case 'known': return <KnownAnswer known={outcome.known} />
    case 'unknown': return outcome.inside === null ? <UnknownAnswer isFile={check.name !== null} /> : <InsideAnswer inside={outcome.inside} />
  }
}

function CheckedItem ({ check }: { readonly check: Check }): ReactNode {
  const t = useText('check')
  const name = check.name ?? t('aHash')
  return (
    <li className='ss-checked'>
      <Heading level={3} data-size='2xs' className='ss-checked-name'>{name}</Heading>
      <Outcome check={check} />
      {check.hash === null ? null : <Fingerprint hash={check.hash} label={t('hash')} copyLabel={t('copyHash', { name })} />}
    </li>
  )
}

function FilePart ({ onFiles }: { readonly onFiles: (files: Iterable<File>) => void }): ReactNode {
  const t = useText('check')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  if (!canHash()) return <Alert data-color='warning' data-size='sm'><Paragraph data-size='sm'>{t('noHashing')}</Paragraph></Alert>
  function drop (event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    onFiles(event.dataTransfer.files)
  }
  return (
    // Dropping is a shortcut; the button does the same.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className='ss-drop' data-over={over || undefined} onDragOver={event => { event.preventDefault(); setOver(true) }} onDragLeave={() => { setOver(false) }} onDrop={drop}>
      <input ref={input} type='file' multiple hidden onChange={event => { onFiles([...event.target.files ?? []]); event.target.value = '' }} />
      <Button onClick={() => { input.current?.click() }}><FileSearchIcon aria-hidden='true' />{t('choose')}</Button>
      <Paragraph data-size='sm' className='ss-quiet'>{t('staysHere')}</Paragraph>
    </div>
  )
}

function HashPart ({ onHash }: { readonly onHash: (hash: string) => void }): ReactNode {
  const t = useText('check')
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  function submit (event: SubmitEvent): void {
    event.preventDefault()
    const hash = hashIn(text)
    setWrong(hash === null)
    if (hash === null) return
    setText('')
    onHash(hash)
  }
  return (
    <form className='ss-check-hash' onSubmit={submit} noValidate>
      <Textfield
        data-size='sm' label={t('orHash')} description={t('orHashWhy')} value={text} autoComplete='off' spellCheck={false}
        error={wrong ? t('hashWrong') : undefined} onChange={event => { setText(event.target.value) }}
      />
      <Button type='submit' variant='secondary' data-size='sm'>{t('ask')}</Button>
    </form>
  )
}

/** "Is this the delivered version?": for anybody with a file or a fingerprint in their hands. The file never leaves the machine. */
export function CheckPage (): ReactNode {
  const t = useText('check')
  useTitle(t('title'))
  const { checks, checkFiles, checkHashText } = useChecks()
  return (
    <div className='ss-check'>
      <Heading level={1} data-size='md'>{t('title')}</Heading>
      <Paragraph>{t('lead')}</Paragraph>
      <FilePart onFiles={files => { void checkFiles(files) }} />
      <HashPart onHash={hash => { void checkHashText(hash) }} />
      <section aria-labelledby='ss-answers-title' className='ss-answers' aria-live='polite'>
        <Heading level={2} data-size='xs' id='ss-answers-title' className={checks.length === 0 ? 'ss-unseen' : ''}>{t('answers')}</Heading>
        <ul className='ss-checks'>{checks.map(check => <CheckedItem key={check.id} check={check} />)}</ul>
      </section>
      <KeysPart />
    </div>
  )
}
