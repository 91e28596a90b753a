import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react'
import type { AuditChain, AuditFault } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { useText, type TextKey } from '../i18n/index.ts'

const faults: Readonly<Record<AuditFault, TextKey<'audit'>>> = {
  'changed': 'faultChanged', 'unreadable': 'faultUnreadable', 'missing': 'faultMissing', 'unchained': 'faultUnchained', 'cut-off': 'faultCutOff', 'replaced': 'faultReplaced',
}

/** Whether the chain holds, as the server has found it. */
export function ChainLine ({ chain }: { readonly chain: AuditChain }): ReactNode {
  const t = useText('audit')
  const [title, text] = chain.ok
    ? [t('chainWhole', { count: chain.count }), chain.outside ? t('chainWholeWhy') : t('chainNoHead')]
    : [t('chainBroken', { number: chain.number }), t('chainBrokenWhy', { why: t(faults[chain.why]) })]
  return (
    <Alert data-size='sm' data-color={!chain.ok ? 'danger' : chain.outside ? 'success' : 'warning'}>
      <Heading level={2} data-size='2xs'>{title}</Heading>
      <Paragraph data-size='sm'>{text}</Paragraph>
    </Alert>
  )
}
