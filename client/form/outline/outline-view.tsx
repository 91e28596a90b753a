import { keyOf } from '@samskriv/shared/document'
import type { Language } from '@samskriv/shared/base'
import type { Template } from '@samskriv/shared/template'
import type { ReactNode } from 'react'
import { type Home, personColor } from '../../editor/index.ts'
import type { Present } from '../../live/session.ts'
import { useText } from '../../i18n/index.ts'
import { bringIntoView } from '../../ui/bring-into-view.ts'
import { itemTitle } from '../group/item-title.ts'
import { useLineText } from '../live/use-line.ts'
import { revealField } from '../reveal.ts'
import type { FormComments } from '../comments.ts'
import { OutlineTalk } from './outline-talk.tsx'
import { type OutlineItem, type OutlineSection, useOutline } from './outline.ts'
import '../../editor/person-colors.css'
import './outline.css'

/** The outline of a form. */
export interface OutlineProps {
  readonly session: Home
  readonly template: Template
  readonly language: Language
  /** What is missing is shown to those who can do something about it. */
  readonly readOnly: boolean
  /** What is said over it. */
  readonly above?: ReactNode
  /** Told when one has chosen a place, e.g. to close a drawer. */
  readonly onChosen?: (() => void) | undefined
  /** Comments on the form, once they are here. */
  readonly comments?: FormComments | null
}

/** The form's sections and tiltak with what is missing and who is writing where; choosing one goes there. */
export function Outline ({ session, template, language, readOnly, onChosen, comments = null, above = null }: OutlineProps): ReactNode {
  const t = useText('form')
  const sections = useOutline(template, session)
  return (
    <nav className="ss-outline" aria-label={t('outline')}>
      {above}
      <ol className="ss-outline__list">
        {sections.map(each => (
          <li key={each.anchor}>
            <a className="ss-outline__link" href={`#${each.anchor}`} onClick={event => { event.preventDefault(); goTo(each.anchor); onChosen?.() }}>
              <span className="ss-outline__name">{each.section.title[language]}</span>
              <Marks of={each.items.length > 0 ? own(each) : each} readOnly={readOnly}>{comments !== null && <OutlineTalk comments={comments} target={{ kind: 'section', section: each.section.id }} but={each.items.map(item => ({ kind: 'field', key: item.key }))} />}</Marks>
            </a>
            {each.items.length > 0 && (
              <ol className="ss-outline__list ss-outline__items">
                {each.items.map(item => <Item key={item.key} item={item} session={session} language={language} readOnly={readOnly} onChosen={onChosen} comments={comments} />)}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

// What its items say themselves is not said twice.
function own (section: OutlineSection): Pick<OutlineSection, 'missing' | 'wrong' | 'people'> {
  const inItems = new Set(section.items.flatMap(item => item.people.map(each => each.clientId)))
  const count = (which: 'missing' | 'wrong'): number => section[which] - section.items.reduce((sum, item) => sum + item[which], 0)
  return { missing: count('missing'), wrong: count('wrong'), people: section.people.filter(each => !inItems.has(each.clientId)) }
}

function goTo (anchor: string): void {
  const heading = document.getElementById(`${anchor}-title`)
  if (heading === null) return
  bringIntoView(heading, 'start')
  heading.focus({ preventScroll: true })
}

interface ItemProps extends Pick<OutlineProps, 'session' | 'language' | 'readOnly' | 'onChosen'> { readonly item: OutlineItem, readonly comments: FormComments | null }

function Item ({ item, session, language, readOnly, onChosen, comments }: ItemProps): ReactNode {
  const name = useLineText(session.doc, keyOf(item.key, item.group.nameField))
  const choose = (): void => {
    revealField(item.key)
    goTo(item.anchor)
    onChosen?.()
  }
  return (
    <li>
      <a className="ss-outline__link" href={`#${item.anchor}`} onClick={event => { event.preventDefault(); choose() }}>
        <span className="ss-outline__name">{itemTitle(item.group, language, item.number, name)}</span>
        <Marks of={item} readOnly={readOnly}>{comments !== null && <OutlineTalk comments={comments} target={{ kind: 'field', key: item.key }} but={[]} />}</Marks>
      </a>
    </li>
  )
}

function Marks ({ of, readOnly, children }: { readonly of: Pick<OutlineSection, 'missing' | 'wrong' | 'people'>, readonly readOnly: boolean, readonly children: ReactNode }): ReactNode {
  const t = useText('form')
  const people: readonly Present[] = of.people.filter((each, index) => of.people.findIndex(other => other.personId === each.personId) === index)
  return (
    <span className="ss-outline__marks">
      {people.slice(0, 3).map(person => <span key={person.personId} className="ss-outline__person" data-person={personColor(person.color)} title={person.name}><span aria-hidden="true">{person.name.slice(0, 1)}</span><span className="ss-unseen">{t('isHere', { name: person.name })}</span></span>)}
      {people.length > 3 && <span className="ss-outline__more">+{people.length - 3}</span>}
      {children}
      {!readOnly && of.wrong > 0 && <span className="ss-outline__wrong" title={t('wrongCount', { count: of.wrong })}><span aria-hidden="true">!</span><span className="ss-unseen">{t('wrongCount', { count: of.wrong })}</span></span>}
      {!readOnly && of.missing > 0 && <span className="ss-outline__missing" title={t('missingCount', { count: of.missing })}><span aria-hidden="true">{of.missing}</span><span className="ss-unseen">{t('missingCount', { count: of.missing })}</span></span>}
    </span>
  )
}
