import { Details, Heading, Paragraph } from '@digdir/designsystemet-react'
import { type ReactNode } from 'react'
import { fetchSigningKeys, signingKeyAddress } from '../api/index.ts'
import { useFormat, useText } from '../i18n/index.ts'
import { Fingerprint } from '../ui/fingerprint.tsx'
import { useLoad } from '../ui/use-load.ts'

/** How to check a package without this page: the key it is signed with, and the command. */
export function KeysPart (): ReactNode {
  const t = useText('check')
  const format = useFormat()
  const { value } = useLoad(fetchSigningKeys)
  const present = value?.find(key => key.isPresent)
  const earlier = value?.filter(key => !key.isPresent) ?? []
  return (
    <section className='ss-check-keys' aria-labelledby='ss-keys-title'>
      <Heading level={2} data-size='xs' id='ss-keys-title'>{t('without')}</Heading>
      <Paragraph data-size='sm'>{t('withoutHow')} <a className='ds-link' href={signingKeyAddress}>{t('fetchKey')}</a></Paragraph>
      {/* What is too long for the page is scrolled, also by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className='ss-command' tabIndex={0}><code>npm run check-package -- {t('packageFile')}.zip --key signing-key.pem</code></pre>
      {present === undefined ? null : (
        <>
          <Paragraph data-size='sm'>{t('keyFingerprint')}</Paragraph>
          <Fingerprint whole hash={present.fingerprint} copyLabel={t('copyKey')} />
        </>
      )}
      {earlier.length === 0 ? null : (
        <Details data-size='sm'>
          <Details.Summary>{t('earlierKeys', { count: earlier.length })}</Details.Summary>
          <Details.Content><ul className='ss-check-list'>{earlier.map(key => <li key={key.fingerprint}><code className='ss-whole-hash'>{key.fingerprint}</code> {t('keySince', { when: format.date(key.madeAt) })}</li>)}</ul></Details.Content>
        </Details>
      )}
    </section>
  )
}
