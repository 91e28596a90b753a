import { Button, Heading } from '@digdir/designsystemet-react'
import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { memberColor, pagePath, type BehovsmeldingView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import { type ReactNode } from 'react'
import { Link, useSearch } from 'wouter'
import type { Failure } from '../api/index.ts'
import { useVersionName } from '../frozen/version-name.ts'
import { useFormat, useText } from '../i18n/index.ts'
import { useSession } from '../page/use-session.ts'
import { useTemplate } from '../page/use-template.ts'
import { useView } from '../page/use-view.ts'
import type { MyPerson } from '../people/me.ts'
import { Loading } from '../route/loading.tsx'
import { NotFound } from '../route/not-found.tsx'
import { Unreachable } from '../route/unreachable.tsx'
import { useTitle } from '../ui/use-title.ts'
import { ComparisonView } from './comparison-view.tsx'
import { ComparePicker, likelySides, type Sides } from './picker.tsx'
import { useLivingValues, useVersion } from './use-sides.ts'
import './compare.css'

const isGone = (failure: Failure | null): boolean => failure?.code === 'not-found' || failure?.code === 'not-allowed'

/** What the address asks for: `?fra=1&til=2`, without `til` the text as it is now. Null when it is no two states there are. */
function sidesIn (search: string, view: BehovsmeldingView): Sides | null {
  const asked = new URLSearchParams(search)
  if (!asked.has('fra')) return likelySides(view.versions)
  const number = (text: string | null): number | null => view.versions.find(version => String(version.number) === text)?.number ?? null
  const [from, to] = [number(asked.get('fra')), number(asked.get('til'))]
  return from === null || (asked.has('til') && to === null) ? null : { from, to }
}

interface ReadyProps { readonly view: BehovsmeldingView, readonly me: MyPerson, readonly template: Template, readonly sides: Sides }

function Compared ({ view, me, template, sides }: ReadyProps): ReactNode {
  const before = useVersion(view.id, sides.from)
  const after = useVersion(view.id, sides.to)
  const living = useSession(sides.to === null ? { behovsmelding: view.id, epoch: view.epoch, personId: me.id, turn: 0 } : null, {
    name: me.name, color: memberColor(view.members, me.id), state: view.state,
  })
  const now = useLivingValues(template, living)
  const failure = before.failure ?? after.failure
  if (isGone(failure)) return <NotFound />
  if (failure !== null) return <Unreachable failure={failure} onRetry={() => { before.again(); after.again() }} />
  const values = sides.to === null ? now : after.body?.values ?? null
  if (before.body === null || values === null) return <Loading />
  const sameForm = [before.body, after.body].every(body => body === null || (body.template.id === template.id && body.template.version === template.version))
  if (!sameForm) return <Unreachable failure={{ code: 'old-schema' }} onRetry={() => { location.reload() }} />
  return <ComparisonView behovsmelding={view.id} template={template} before={before.body.values} after={values} />
}

function Head ({ view, sides }: { readonly view: BehovsmeldingView, readonly sides: Sides }): ReactNode {
  const t = useText('compare')
  const name = useVersionName()
  const format = useFormat()
  const said = (number: number | null): string => {
    const version = view.versions.find(one => one.number === number)
    return version === undefined ? t('textNow') : t('versionIs', { name: name(version), who: version.by.name, when: format.moment(version.at) })
  }
  return (
    <header className='ss-compare-head'>
      <Link href={pagePath.behovsmelding(view.id)} className='ds-link ss-compare-back'>{t('back')}</Link>
      <Heading level={1} data-size='md'>{t('titleOf', { title: view.title })}</Heading>
      <dl className='ss-compare-sides'>
        <dt>{t('from')}</dt><dd>{said(sides.from)}</dd>
        <dt>{t('to')}</dt><dd>{said(sides.to)}</dd>
      </dl>
      <div className='ss-compare-tools'>
        <ComparePicker key={`${sides.from}-${sides.to}`} behovsmelding={view.id} versions={view.versions} chosen={sides} />
        <Button variant='tertiary' data-size='sm' onClick={() => { window.print() }}><PrinterSmallIcon aria-hidden='true' />{t('print')}</Button>
      </div>
    </header>
  )
}

/** Any two states of a behovsmelding compared, on a page of its own that can be printed. */
export function ComparePage ({ id, me }: { readonly id: string, readonly me: MyPerson }): ReactNode {
  const t = useText('compare')
  const { view, failure, again } = useView(id, me.id)
  const template = useTemplate(view?.template ?? null)
  const search = useSearch()
  const sides = view === null ? null : sidesIn(search, view)
  useTitle(view === null ? '' : t('titleOf', { title: view.title }))
  if (isGone(failure)) return <NotFound />
  if (view === null) return failure === null ? <Loading /> : <Unreachable failure={failure} onRetry={() => { void again() }} />
  if (template === 'unknown') return <Unreachable failure={{ code: 'old-schema' }} onRetry={() => { location.reload() }} />
  if (sides === null) return <NotFound />
  if (template === null) return <Loading />
  return (
    <article className='ss-compare'>
      <Head view={view} sides={sides} />
      <Compared key={`${sides.from}-${sides.to}`} view={view} me={me} template={template} sides={sides} />
    </article>
  )
}
