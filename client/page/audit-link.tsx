import { Link as StyledLink } from '@digdir/designsystemet-react'
import { may } from '@samskriv/shared/access'
import { pagePath, type BehovsmeldingView } from '@samskriv/shared/api'
import { type ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../i18n/index.ts'
import './audit-link.css'

/** The way to the audit log, for those who may see it. */
export function AuditLink ({ view }: { readonly view: BehovsmeldingView }): ReactNode {
  const t = useText('live')
  if (!may(view.role, view.state, 'read-audit')) return null
  return <p className='ss-audit-link'><StyledLink asChild><Link href={pagePath.audit(view.id)}>{t('openLog')}</Link></StyledLink></p>
}
