import { Button, Textfield } from '@digdir/designsystemet-react'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { useLocation } from 'wouter'
import { useText } from '../i18n/index.ts'
import { MessagePage } from '../ui/message-page.tsx'
import { tokenIn } from './token.ts'

/** Nobody is signed in here: says how one gets in, and takes a link that somebody has in their clipboard. */
export function SignInPage (): ReactNode {
  const t = useText('people')
  const [, go] = useLocation()
  const [pasted, setPasted] = useState('')
  const [wrong, setWrong] = useState(false)
  function submit (event: SubmitEvent): void {
    event.preventDefault()
    const token = tokenIn(pasted)
    setWrong(token === null)
    if (token !== null) go(`/inn/${token}`)
  }
  return (
    <MessagePage title={t('signInPageTitle')} text={t('signInPageText')}>
      <form className='ss-sign-in' onSubmit={submit} noValidate>
        <Textfield
          label={t('pasteLink')} description={t('pasteLinkWhy')} value={pasted} autoComplete='off' spellCheck={false}
          error={wrong ? t('pasteLinkWrong') : undefined} onChange={event => { setPasted(event.target.value) }}
        />
        <Button type='submit'>{t('openLink')}</Button>
      </form>
    </MessagePage>
  )
}
