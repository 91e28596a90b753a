import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react'
import type { Attendant, ProtokollComment, ProtokollView } from '@samskriv/shared/api'
import { useId, type ReactNode } from 'react'
import { useFormat, useLanguage, useNames, useText } from '../i18n/index.ts'
import { ProtokollBases } from './protokoll-bases.tsx'
import { ProtokollViews } from './protokoll-views.tsx'
import { holds } from './rounds.ts'

function Part ({ title, children }: { readonly title: string, readonly children: ReactNode }): ReactNode {
  const id = useId()
  return (
    <section className='ss-protokoll-part' aria-labelledby={id}>
      <Heading level={2} data-size='xs' id={id}>{title}</Heading>
      {children}
    </section>
  )
}

const Lines = ({ text }: { readonly text: string }): ReactNode => <p className='ss-lines'>{text}</p>

function Attendants ({ attendants }: { readonly attendants: readonly Attendant[] }): ReactNode {
  const t = useText('medbestemmelse')
  const names = useNames()
  if (attendants.length === 0) return <Paragraph className='ss-quiet'>{t('notWritten')}</Paragraph>
  return (
    // What is too wide for a telephone is scrolled, also by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className='ss-protokoll-scroll' tabIndex={0}>
      <table className='ss-protokoll-table'>
        <thead><tr><th scope='col'>{t('party')}</th><th scope='col'>{t('name')}</th><th scope='col'>{t('function')}</th><th scope='col'>{t('union')}</th></tr></thead>
        <tbody>
          {attendants.map((one, index) => (
            // Two may have the same name and the same function.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}><td>{names.party(one.party)}</td><th scope='row'>{one.name}</th><td>{one.function}</td><td>{one.union}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Comment ({ comment }: { readonly comment: ProtokollComment }): ReactNode {
  const t = useText('medbestemmelse')
  const names = useNames()
  const language = useLanguage()
  return (
    <li className='ss-protokoll-comment'>
      <h3>{comment.places?.[language] ?? comment.place}</h3>
      {comment.quote === '' ? null : <blockquote className='ss-version-reason'>{comment.quote}</blockquote>}
      {comment.entries.map((entry, index) => (
        // What was written stands in the order it was written in.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={index} className='ss-lines'><strong>{entry.name}</strong> <span className='ss-quiet'>({names.role(entry.role)})</span>: {entry.text}</p>
      ))}
      {comment.resolution === null ? null : <p className='ss-lines'><Tag data-size='sm' data-color='success'>{t('resolved')}</Tag> {comment.resolution}</p>}
    </li>
  )
}

function When ({ protokoll }: { readonly protokoll: ProtokollView }): ReactNode {
  const { facts, round } = protokoll
  const t = useText('medbestemmelse')
  const format = useFormat()
  const [day = '', time = ''] = facts.heldAt.split('T')
  const none = <span className='ss-quiet'>{t('notWritten')}</span>
  return (
    <dl className='ss-protokoll-facts'>
      <dt>{t('heldAt')}</dt><dd>{facts.heldAt === '' ? none : t('heldAtIs', { date: format.date(day), time })}</dd>
      <dt>{t('place')}</dt><dd>{facts.place === '' ? none : facts.place}</dd>
      <dt>{t('basis')}</dt><dd><ProtokollBases facts={facts} round={round} /></dd>
      <dt>{t('openedFact')}</dt><dd>{t('openedIs', { who: round.openedBy.name, when: format.moment(round.openedAt) })}</dd>
      {round.note === '' ? null : <><dt>{t('noteIs')}</dt><dd className='ss-lines'>{round.note}</dd></>}
      <dt>{t('deadlineLabel')}</dt><dd>{format.date(round.deadline)}</dd>
      {round.deadlineMoves === undefined ? null : <><dt>{t('deadlineMoved')}</dt><dd className='ss-lines'>{round.deadlineMoves.map(({ from, to, at, by }) => t('movedIs', { from: format.date(from), to: format.date(to), when: format.moment(at), who: by.name })).join('\n')}</dd></>}
      {round.closedAt === undefined ? null : <><dt>{t('closedFact')}</dt><dd>{t(round.closedByLock === true ? 'closedIsByLock' : 'openedIs', { who: round.closedBy?.name ?? '', when: format.moment(round.closedAt) })}</dd></>}
    </dl>
  )
}

// On paper somebody signs for each party: eier, UH where it was there, and each union that spoke or was there.
function Signatures ({ protokoll: { facts, round } }: { readonly protokoll: ProtokollView }): ReactNode {
  const t = useText('medbestemmelse')
  const names = useNames()
  const workers = facts.attendants.filter(one => one.party === 'arbeidstaker').map(one => one.union)
  const unions = [...new Set([...round.stances.filter(holds).map(stance => stance.union), ...workers])].filter(union => union !== '')
  const uh = facts.attendants.some(one => one.party === 'uh') ? [names.party('uh')] : []
  const parties = [names.party('eier'), ...uh, ...unions.length === 0 ? [names.party('arbeidstaker')] : unions]
  return (
    <div className='ss-protokoll-signatures'>
      <Part title={t('signatures')}>
        <table className='ss-protokoll-table'>
          <thead><tr><th scope='col'>{t('party')}</th><th scope='col'>{t('placeAndDay')}</th><th scope='col'>{t('signature')}</th></tr></thead>
          <tbody>{parties.map(party => <tr key={party}><th scope='row'>{party}</th><td>{' '}</td><td>{' '}</td></tr>)}</tbody>
        </table>
      </Part>
    </div>
  )
}

/** What a protokoll holds, in the order one reads it: when and where, who, on what, what each says, what came of it. */
export function Protokoll ({ protokoll }: { readonly protokoll: ProtokollView }): ReactNode {
  const t = useText('medbestemmelse')
  const format = useFormat()
  const { facts, round, documents, comments } = protokoll
  const none = <Paragraph className='ss-quiet'>{t('notWritten')}</Paragraph>
  return (
    <>
      <Part title={t('partWhen')}><When protokoll={protokoll} /></Part>
      <Part title={t('attendants')}><Attendants attendants={facts.attendants} /></Part>
      <Part title={t('partDocuments')}>
        <ul className='ss-protokoll-documents'>
          {documents.map(one => <li key={one.hash}>{t('documentIs', { n: one.version, when: format.moment(one.at) })}<br /><span className='ss-quiet'>{t('sha')}</span> <code>{one.hash}</code></li>)}
        </ul>
      </Part>
      <Part title={t('partSaid')}><ProtokollViews facts={facts} round={round} /></Part>
      {comments.length === 0 ? null : (
        <Part title={t('partComments')}>
          <ul className='ss-said-list'>
            {comments.map((comment, index) => (
              // Two may be about the same words.
              // oxlint-disable-next-line react/no-array-index-key
              <Comment key={index} comment={comment} />
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('partAgreed')}>{facts.agreed === '' ? none : <Lines text={facts.agreed} />}</Part>
      <Part title={t('partNotAgreed')}>{facts.notAgreed === '' ? none : <Lines text={facts.notAgreed} />}</Part>
      {round.closedAt === undefined ? null : <Signatures protokoll={protokoll} />}
      {round.protokollHash === undefined ? null : <p className='ss-protokoll-hash'><span>{t('protokollHash')}</span> <code>{round.protokollHash}</code></p>}
    </>
  )
}
