import { Paragraph } from '@digdir/designsystemet-react'
import { CheckmarkCircleFillIcon, ExclamationmarkTriangleFillIcon, QuestionmarkDiamondFillIcon, XMarkOctagonFillIcon } from '@navikt/aksel-icons'
import { pagePath, type CheckedDelivery, type KnownHash } from '@samskriv/shared/api'
import type { PackageFinding } from '@samskriv/shared/package'
import { type ReactNode } from 'react'
import { Link } from 'wouter'
import { useFormat, useLanguage, useText, type Translate } from '../i18n/index.ts'
import type { Inside } from './look-inside.ts'
import { messages } from '@samskriv/shared/i18n'

type Kind = 'yes' | 'almost' | 'no' | 'unknown'

const icons = { yes: CheckmarkCircleFillIcon, almost: ExclamationmarkTriangleFillIcon, no: XMarkOctagonFillIcon, unknown: QuestionmarkDiamondFillIcon } as const

/** An answer: yes, no or unknown by word first, sign and colour second, and what there is to say. */
export function Answer ({ kind, title, children }: { readonly kind: Kind, readonly title: string, readonly children?: ReactNode }): ReactNode {
  const Icon = icons[kind]
  return (
    <div className='ss-answer' data-kind={kind}>
      <Icon aria-hidden='true' className='ss-answer-sign' />
      <div className='ss-answer-words'><p className='ss-answer-title'>{title}</p>{children}</div>
    </div>
  )
}

const kinds: Readonly<Record<KnownHash['standing'], Kind>> = { 'delivered': 'yes', 'returned': 'almost', 'superseded': 'no', 'not-delivered': 'no' }

function titleOf (t: Translate<'check'>, { standing }: KnownHash): string {
  return { 'delivered': t('yes'), 'returned': t('returned'), 'superseded': t('superseded'), 'not-delivered': t('notDelivered') }[standing]
}

function whatOf (t: Translate<'check'>, { what }: KnownHash, n: number): string {
  return {
    package: t('isPackage', { n }), version: t('isVersion', { n }), pdf: t('isPdf', { n }), docx: t('isDocx', { n }), protokoll: t('isProtokoll', { n }), attachment: t('isAttachment', { n }),
  }[what]
}

function Delivered ({ delivery, of }: { readonly delivery: CheckedDelivery, readonly of: 'this' | 'latest' }): ReactNode {
  const t = useText('check')
  const format = useFormat()
  const facts = { n: delivery.version, delivery: delivery.number, when: format.date(delivery.on) }
  return <Paragraph data-size='sm'>{of === 'this' ? t('deliveredThen', facts) : t('laterDelivered', facts)}</Paragraph>
}

/** What is known of a file besides the verdict. */
function KnownFacts ({ known }: { readonly known: KnownHash }): ReactNode {
  const t = useText('check')
  const format = useFormat()
  const language = useLanguage()
  const { version, delivery, latest, inside } = known
  const in_ = known.language === null ? '' : ` ${t('inLanguage', { language: messages[language].language[known.language] })}`
  return (
    <>
      <Paragraph data-size='sm'>{whatOf(t, known, version.number)}{in_} {t('frozenAt', { when: format.moment(version.at) })}</Paragraph>
      {delivery === null ? null : <Delivered delivery={delivery} of='this' />}
      {latest === null ? null : <Delivered delivery={latest} of='latest' />}
      {known.standing === 'returned' ? <Paragraph data-size='sm'>{t('returnedWhat')}</Paragraph> : null}
      {known.standing === 'not-delivered' && latest === null ? <Paragraph data-size='sm'>{t('nothingDelivered')}</Paragraph> : null}
      {inside === null ? null : (
        <Paragraph data-size='sm'>
          <Link className='ds-link' href={pagePath.behovsmelding(inside.behovsmelding)}>{inside.title}</Link>
          {inside.to === null ? null : <>. {t('deliveredTo', { to: inside.to })}{inside.reference === null || inside.reference === '' ? null : <> {t('reference', { reference: inside.reference })}</>}{inside.by === null ? null : <> {t('by', { who: inside.by })}</>}</>}
        </Paragraph>
      )}
    </>
  )
}

/** What is known of a file, in words. */
export function KnownAnswer ({ known }: { readonly known: KnownHash }): ReactNode {
  const t = useText('check')
  return <Answer kind={kinds[known.standing]} title={titleOf(t, known)}><KnownFacts known={known} /></Answer>
}

function findingText (t: Translate<'check'>, finding: PackageFinding): string {
  switch (finding.kind) {
    case 'changed': return t('fileChanged', { name: finding.name })
    case 'missing': return t('fileMissing', { name: finding.name })
    case 'added': return t('fileAdded', { name: finding.name })
    case 'wrong-key': return t('wrongKey')
    case 'chain': return t('wrongChain')
    default: return t('wrongSignature')
  }
}

/** A package that is not known as a whole: packed anew with everything in it as it was, or changed, and where. */
export function InsideAnswer ({ inside }: { readonly inside: Inside }): ReactNode {
  const t = useText('check')
  const { findings, version } = inside
  const isWhole = findings.every(({ kind }) => kind === 'wrapping')
  return (
    <>
      <Answer kind={isWhole ? 'almost' : 'no'} title={isWhole ? t('repacked') : t('packageChanged')}>
        {isWhole ? <Paragraph data-size='sm'>{t('repackedWhat')}</Paragraph> : <ul className='ss-check-list'>{findings.map(finding => <li key={JSON.stringify(finding)}>{findingText(t, finding)}</li>)}</ul>}
      </Answer>
      {/* Of a changed package no verdict on its version is given: green beside red would be read as a yes. */}
      {version === null ? null : <div className='ss-answer-words'><p className='ss-inside-title'>{t('versionInside')}</p>{isWhole ? <KnownAnswer known={version} /> : <KnownFacts known={version} />}</div>}
    </>
  )
}

/** A file or fingerprint nobody knows here, and what to look at before one draws a conclusion. */
export function UnknownAnswer ({ isFile }: { readonly isFile: boolean }): ReactNode {
  const t = useText('check')
  return (
    <Answer kind='unknown' title={isFile ? t('unknownFile') : t('unknownHash')}>
      <Paragraph data-size='sm'>{t('unknownWhy')}</Paragraph>
      <ul className='ss-check-list'>
        {isFile ? <li>{t('unknownSaved')}</li> : <li>{t('unknownTyped')}</li>}
        {isFile ? <li>{t('unknownUndelivered')}</li> : null}
        {isFile ? <li>{t('unknownFooter')}</li> : null}
        <li>{t('unknownElsewhere')}</li>
      </ul>
    </Answer>
  )
}
