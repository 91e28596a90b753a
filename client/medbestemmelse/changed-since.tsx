import { pagePath } from '@samskriv/shared/api'
import type { Tally } from '@samskriv/shared/compare'
import { type ReactNode } from 'react'
import { Link } from 'wouter'
import { tallyText } from '../compare/tally-text.ts'
import { useText } from '../i18n/index.ts'

/** What has changed in the text since a version, counted, with the way to see it. `tally` null: not known yet. */
export function ChangedSince ({ behovsmelding, version, tally }: { readonly behovsmelding: string, readonly version: number, readonly tally: Tally | null }): ReactNode {
  const t = useText('medbestemmelse')
  const compare = useText('compare')
  if (tally === null) return null
  const what = tallyText(tally, compare)
  if (what === '') return <p className='ss-changed'>{t('unchanged', { n: version })}</p>
  return (
    <p className='ss-changed' data-changed>
      {t('changedSince', { n: version, what })} <Link href={pagePath.compare(behovsmelding, version, null)} className='ds-link'>{t('seeChanges')}</Link>
    </p>
  )
}
