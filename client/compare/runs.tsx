import type { Run } from '@samskriv/shared/compare'
import { isAllowedLink } from '@samskriv/shared/rich-text'
import { Fragment, type ReactNode } from 'react'
import type { Translate } from '../i18n/index.ts'
import { Deleted, Inserted } from './old-new.tsx'
import type { CompareWords } from './words.ts'

// A line break is a character in a run.
const broken = (text: string): ReactNode => text.split('\n').map((line, index) => <Fragment key={index}>{index === 0 ? null : <br />}{line}</Fragment>)

function marked ({ text, marks, was }: Run): ReactNode {
  let content: ReactNode = broken(text)
  for (const mark of marks) {
    const address = mark.attrs?.['href']
    if (mark.type === 'bold') content = <strong>{content}</strong>
    else if (mark.type === 'italic') content = <em>{content}</em>
    else if (mark.type === 'link' && typeof address === 'string' && isAllowedLink(address)) content = <a href={address} rel='noopener noreferrer nofollow' target='_blank'>{content}</a>
  }
  return was === undefined ? content : <span className='ss-restyled'>{content}</span>
}

/** Words as they stand: kept, deleted, inserted. */
export function Runs ({ runs }: { readonly runs: readonly Run[] }): ReactNode {
  return runs.map((run, index) => {
    const content = marked(run)
    return <Fragment key={index}>{run.kind === 'deleted' ? <Deleted>{content}</Deleted> : run.kind === 'inserted' ? <Inserted>{content}</Inserted> : content}</Fragment>
  })
}

/** What else than the words changed in these runs, in words: `«språk»: fet → vanlig tekst`. */
export function restyled (runs: readonly Run[], { marks }: CompareWords, t: Translate<'compare'>): readonly string[] {
  return runs.flatMap(run => run.was === undefined ? [] : [t('restyled', { text: run.text.trim(), from: marks(run.was), to: marks(run.marks) })])
}
