import { Paragraph } from '@digdir/designsystemet-react'
import { pagePath, type BehovsmeldingView, type MedbestemmelseView, type RoundView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import { useMemo, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Failure } from '../api/index.ts'
import { tallyText } from '../compare/tally-text.ts'
import { useVersion } from '../compare/use-sides.ts'
import { useText } from '../i18n/index.ts'
import type { LiveSession } from '../live/session.ts'
import { FormSlot } from '../page/form-slot.tsx'
import { Loading } from '../route/loading.tsx'
import { Unreachable } from '../route/unreachable.tsx'
import { ChangedSince } from './changed-since.tsx'
import { FrozenForm } from './frozen-form.tsx'
import { marksOf } from './marks.ts'
import { ReadingTools } from './reading-tools.tsx'
import { baselineFor } from './rounds.ts'
import { tallyOfAll, useChangedSince } from './use-changed-since.ts'
import { useComparison } from './use-comparison.ts'
import { useRead } from './use-read.ts'
import type { Reading as ReadingChoice } from './use-reading-mode.ts'

/** Reading a round's version. */
export interface ReadingProps {
  readonly view: BehovsmeldingView
  readonly rounds: MedbestemmelseView
  readonly round: RoundView
  readonly template: Template
  readonly session: LiveSession | null
  readonly reading: ReadingChoice
}

function Living ({ view, template, session, version }: { readonly view: BehovsmeldingView, readonly template: Template, readonly session: LiveSession, readonly version: number }): ReactNode {
  const t = useText('medbestemmelse')
  const changed = useChangedSince(template, session, version)
  return (
    <section className='ss-sheet-paper ss-living' aria-label={t('modeLiving')}>
      <div className='ss-sheet-head'>
        <p className='ss-sheet-kind'>{t('modeLiving')}</p>
        <ChangedSince behovsmelding={view.id} version={version} tally={changed} />
      </div>
      <FormSlot template={template} session={session} readOnly />
    </section>
  )
}

/** The frozen version with what is new in it marked, beside the living text if one wishes. */
export function Reading ({ view, rounds, round, template, session, reading }: ReadingProps): ReactNode {
  const t = useText('medbestemmelse')
  const compare = useText('compare')
  const { mode } = reading
  // What one had read when the page was opened: having read it now, the marks stay.
  const [since, setSince] = useState(() => baselineFor(rounds, round))
  const [withWords, setWords] = useState(true)
  const { body, failure, again } = useVersion(view.id, round.version)
  const before = useVersion(view.id, since)
  const comparison = useComparison(template, since === null ? null : before.body?.values ?? null, body?.values ?? null)
  const marks = useMemo(() => comparison === null ? null : marksOf(template, comparison).length, [template, comparison])
  useRead(view, rounds, round, body !== null && mode !== 'living')
  const trouble: Failure | null = failure ?? before.failure
  if (trouble !== null) return <Unreachable failure={trouble} onRetry={() => { again(); before.again() }} />
  if (body === null) return <Loading />
  if (body.template.id !== template.id || body.template.version !== template.version) return <Unreachable failure={{ code: 'old-schema' }} onRetry={() => { location.reload() }} />
  const earlier = view.versions.filter(version => version.number < round.version)
  const what = comparison === null ? null : tallyText(tallyOfAll(comparison), compare)
  return (
    <div className='ss-reading' data-mode={mode}>
      <ReadingTools version={round.version} earlier={earlier} reading={reading} since={since} withWords={withWords} marks={marks} onSince={setSince} onWords={setWords} />
      <div className='ss-sheets'>
        {mode === 'living' ? null : (
          <section className='ss-sheet-paper ss-frozen' aria-label={t('modeFrozen', { n: round.version })}>
            <div className='ss-sheet-head'>
              <p className='ss-sheet-kind' id='ss-frozen-kind'>{t('frozenIs', { n: round.version })}</p>
              {since === null ? <Paragraph data-size='sm' className='ss-quiet'>{earlier.length === 0 ? t('firstVersion') : t('nothingMarked')}</Paragraph>
                : what === null ? null : <p className='ss-changed' data-changed={what !== '' || undefined}>{what === '' ? t('sameAs', { n: since }) : <>{t('newIs', { n: since, what })} <Link href={pagePath.compare(view.id, since, round.version)} className='ds-link'>{t('onlyNew')}</Link></>}</p>}
            </div>
            <FrozenForm behovsmelding={view.id} template={template} values={body.values} comparison={comparison} since={since} withWords={withWords} namedBy='ss-frozen-kind' />
          </section>
        )}
        {mode === 'frozen' || session === null ? null : <Living view={view} template={template} session={session} version={round.version} />}
      </div>
    </div>
  )
}
