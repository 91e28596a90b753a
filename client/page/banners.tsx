import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { PadlockLockedIcon } from '@navikt/aksel-icons'
import type { BehovsmeldingView } from '@samskriv/shared/api'
import type { Refusal, RefusalCode } from '@samskriv/shared/base'
import { type ReactNode } from 'react'
import { useFormat, useNames, useText } from '../i18n/index.ts'
import { lockedVersion, shortHash } from '../frozen/hash.ts'
import { VersionFiles } from '../frozen/version-item.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { WhyNotButton } from '../ui/why-not-button.tsx'
import './banners.css'

/** That the text is locked: with what, when and by whom; its files; and for the eier the way back. */
export function LockedBanner ({ view, whyNotReopen, onReopen }: { readonly view: BehovsmeldingView, readonly whyNotReopen: Refusal | null, readonly onReopen: () => void }): ReactNode {
  const t = useText('version')
  const format = useFormat()
  const version = lockedVersion(view.versions)
  return (
    <section className='ss-locked' aria-labelledby='ss-locked-title'>
      <span className='ss-locked-mark' aria-hidden='true'><PadlockLockedIcon /></span>
      <div className='ss-locked-what'>
        <Heading level={2} data-size='2xs' id='ss-locked-title'>{version === null ? t('locked') : t('lockedAs', { n: version.number })}</Heading>
        {version === null ? null : (
          <>
            <Paragraph data-size='sm'>{t('lockedBy', { who: version.by.name, when: format.moment(version.at) })}</Paragraph>
            {version.reason === undefined ? null : <Paragraph data-size='sm' className='ss-locked-reason'>{t('lockedReason', { reason: version.reason })}</Paragraph>}
            <p className='ss-hash'><span className='ss-quiet'>{t('hash')}</span> <code title={version.hash}>{shortHash(version.hash)}</code><CopyButton iconOnly variant='tertiary' text={version.hash} label={t('copyHash', { n: version.number })} /></p>
            <VersionFiles version={version} />
          </>
        )}
        {view.role === 'eier' ? <WhyNotButton variant='tertiary' data-size='sm' className='ss-reopen' whyNot={whyNotReopen} onClick={onReopen}>{t('reopenDots')}</WhyNotButton> : null}
      </div>
    </section>
  )
}

/** That this page is no longer joined to the document, why, and the way on. */
export function EndedBanner ({ reason, onAgain }: { readonly reason: RefusalCode, readonly onAgain: () => void }): ReactNode {
  const t = useText('live')
  const names = useNames()
  const again = reason === 'old-schema' ? (): void => { location.reload() } : onAgain
  return (
    <Alert data-color='warning' data-size='sm' className='ss-banner' role='alert'>
      <Heading level={2} data-size='2xs'>{t('endedTitle')}</Heading>
      <Paragraph data-size='sm'>{names.failure({ code: reason })}</Paragraph>
      <Button data-size='sm' variant='secondary' onClick={again}>{reason === 'old-schema' ? t('reloadPage') : t('connectAgain')}</Button>
    </Alert>
  )
}

/** Something one should know, once, and can put away. `more`: what else one can do about it. */
export function NoticeBanner ({ children, onClose, more }: { readonly children: ReactNode, readonly onClose: () => void, readonly more?: ReactNode }): ReactNode {
  const t = useText('live')
  return (
    <Alert data-color='info' data-size='sm' className='ss-banner'>
      <Paragraph data-size='sm'>{children}</Paragraph>
      <div className='ss-banner-ways'>{more}<Button data-size='sm' variant='tertiary' onClick={onClose}>{t('understood')}</Button></div>
    </Alert>
  )
}
