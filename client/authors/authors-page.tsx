import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { pagePath, type AuthorsView } from '@samskriv/shared/api'
import type { Template } from '@samskriv/shared/template'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { fetchAuthors, type Failure } from '../api/index.ts'
import { useCompareWords } from '../compare/words.ts'
import { useText } from '../i18n/index.ts'
import { useTemplate } from '../page/use-template.ts'
import { useView } from '../page/use-view.ts'
import type { MyPerson } from '../people/me.ts'
import { Loading } from '../route/loading.tsx'
import { NotFound } from '../route/not-found.tsx'
import { Unreachable } from '../route/unreachable.tsx'
import { useLoad } from '../ui/use-load.ts'
import { useTitle } from '../ui/use-title.ts'
import { turnName } from './authored-text.tsx'
import { AuthoredForm } from './authored-form.tsx'
import { entriesOf } from './entries.ts'
import { Legend } from './legend.tsx'
import { useWriters } from './writers.ts'
import '../editor/person-colors.css'
import './authors.css'

const isGone = (failure: Failure | null): boolean => failure?.code === 'not-found' || failure?.code === 'not-allowed'

function Authored ({ template, view }: { readonly template: Template, readonly view: AuthorsView }): ReactNode {
  const t = useText('authors')
  const { language } = useCompareWords()
  const sections = useMemo(() => entriesOf(template, view.values, { language, row: n => t('row', { n }) }), [template, view, language, t])
  const writerOf = useWriters(view)
  const [chosen, setChosen] = useState<number | null>(null)
  return (
    <>
      <Legend view={view} sections={sections} writerOf={writerOf} chosen={chosen} onChoose={setChosen} />
      <AuthoredForm sections={sections} view={view} writerOf={writerOf} chosen={chosen} />
    </>
  )
}

/** Who wrote what in a behovsmelding as it is now: a colour per person over the text, from what the server knows. On a page of its own that can be printed. */
export function AuthorsPage ({ id, me }: { readonly id: string, readonly me: MyPerson }): ReactNode {
  const t = useText('authors')
  const { view, failure, again } = useView(id, me.id)
  const load = useCallback(() => fetchAuthors(id), [id])
  const authors = useLoad(load)
  const template = useTemplate(view?.template ?? null)
  useTitle(view === null ? '' : t('titleOf', { title: view.title }))
  useEffect(() => {
    const turn = (): void => { if (document.activeElement !== null) turnName({ target: document.activeElement }) }
    addEventListener('resize', turn)
    return () => { removeEventListener('resize', turn) }
  }, [])
  const failed = failure ?? authors.failure
  if (isGone(failed)) return <NotFound />
  if (view === null || authors.value === null) return failed === null ? <Loading /> : <Unreachable failure={failed} onRetry={() => { void again(); void authors.again() }} />
  if (template === 'unknown') return <Unreachable failure={{ code: 'old-schema' }} onRetry={() => { location.reload() }} />
  if (template === null) return <Loading />
  const { origin } = authors.value
  return (
    // It only turns the names the stretches have anyway.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article className='ss-wrote-page' onPointerOver={turnName} onFocus={turnName}>
      <header className='ss-wrote-head'>
        <Link href={pagePath.behovsmelding(view.id)} className='ds-link ss-wrote-back'>{t('back')}</Link>
        <Heading level={1} data-size='md'>{t('titleOf', { title: view.title })}</Heading>
        <Paragraph data-size='sm'>{t('lead')}{origin === undefined ? '' : ` ${t('leadFrom', { n: origin.version })}`}</Paragraph>
        <Button variant='tertiary' data-size='sm' className='ss-wrote-again' onClick={() => { void authors.again() }}>{t('refresh')}</Button>
      </header>
      <Authored template={template} view={authors.value} />
    </article>
  )
}
