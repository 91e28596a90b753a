import type { ChoicesChange, FieldChange, FilesChange, ItemChange, ItemsChange, PlainChange, RowsChange } from '@samskriv/shared/compare'
import type { Field } from '@samskriv/shared/template'
import { Tag } from '@digdir/designsystemet-react'
import { useId, type ReactNode } from 'react'
import { useText } from '../i18n/index.ts'
import { Deleted, Inserted, OldNew } from './old-new.tsx'
import { RichChange } from './rich-change.tsx'
import { useCompareWords } from './words.ts'

/** How changes are set: `level` of their headings; `alone`: all of it was put in, or taken away, with the item it is in. */
interface Setting { readonly level: 3 | 4, readonly alone: boolean }

function Plain ({ field, change, alone }: { readonly field: Field, readonly change: PlainChange, readonly alone: boolean }): ReactNode {
  const words = useCompareWords()
  const said = (value: PlainChange['before']): string | null => value === null ? null : words.value(field, value)
  return <OldNew before={said(change.before)} after={said(change.after)} alone={alone} note={change.difference === null ? undefined : words.difference(change.difference)} />
}

function ComeAndGone ({ deleted, inserted }: { readonly deleted: readonly string[], readonly inserted: readonly string[] }): ReactNode {
  return (
    <ul className='ss-come-and-gone'>
      {deleted.map((text, index) => <li key={`-${index}`}><Deleted>{text}</Deleted></li>)}
      {inserted.map((text, index) => <li key={`+${index}`}><Inserted>{text}</Inserted></li>)}
    </ul>
  )
}

function Choices ({ field, change }: { readonly field: Field, readonly change: ChoicesChange }): ReactNode {
  const { option } = useCompareWords()
  return <ComeAndGone deleted={change.deleted.map(id => option(field, id))} inserted={change.inserted.map(id => option(field, id))} />
}

function Files ({ change }: { readonly change: FilesChange }): ReactNode {
  return <ComeAndGone deleted={change.deleted.map(file => file.name)} inserted={change.inserted.map(file => file.name)} />
}

// Short answers of one question, each by its name: a contact's parts, the cells of a table's row.
function ShortList ({ fields, changes, alone, before = '' }: { readonly fields: readonly Field[], readonly changes: readonly FieldChange[], readonly alone: boolean, readonly before?: string }): ReactNode {
  const { question } = useCompareWords()
  return changes.map(change => {
    const field = fields.find(one => one.id === change.field)
    if (field === undefined || change.kind !== 'plain') return null
    return <li key={change.field}><span className='ss-change-part'>{before}{question(field)}:</span> <Plain field={field} change={change} alone={alone} /></li>
  })
}

function Rows ({ field, change, alone }: { readonly field: Extract<Field, { kind: 'fixedTable' }>, readonly change: RowsChange, readonly alone: boolean }): ReactNode {
  const { language, value, difference } = useCompareWords()
  const t = useText('compare')
  const { total } = change
  const name = (id: string): string => field.rows.find(row => row.id === id)?.label[language] ?? id
  return (
    <ul className='ss-short-list'>
      {change.rows.map(({ row, changes }) => <ShortList key={row} fields={field.columns} changes={changes} alone={alone} before={`${name(row)}, `} />)}
      {total === null ? null : (
        <li><span className='ss-change-part'>{t('total')}:</span> <OldNew before={value(field, total.before)} after={value(field, total.after)} alone={false} note={difference(total.after - total.before)} /></li>
      )}
    </ul>
  )
}

function useItemTitle (field: Extract<Field, { kind: 'group' | 'freeTable' }>): (item: ItemChange) => string {
  const { language } = useCompareWords()
  const t = useText('compare')
  return item => {
    // Its number is another's by now.
    if (item.after === null && item.name !== null) return item.name
    const n = item.after ?? item.before ?? 1
    const title = field.kind === 'group' ? field.itemLabel[language].replace('{n}', String(n)) : t('row', { n })
    return item.name === null ? title : `${title}: ${item.name}`
  }
}

function Item ({ item, title, fields, level, short }: { readonly item: ItemChange, readonly title: string, readonly fields: readonly Field[], readonly level: 3 | 4, readonly short: boolean }): ReactNode {
  const t = useText('compare')
  const id = useId()
  const Title = level === 3 ? 'h3' : 'h4'
  const alone = item.before === null || item.after === null
  const kind = item.before === null ? 'inserted' : item.after === null ? 'deleted' : item.moved ? 'moved' : 'changed'
  return (
    <section className='ss-item-change' data-change={kind} aria-labelledby={id}>
      <Title id={id} className='ss-item-title'>{title}</Title>
      {kind === 'inserted' ? <Tag data-size='sm' data-color='success'>{t('itemAdded')}</Tag> : null}
      {kind === 'deleted' ? <Tag data-size='sm' data-color='danger'>{t('itemRemoved', { n: item.before ?? 1 })}</Tag> : null}
      {item.before !== null && item.after !== null && item.moved ? <Tag data-size='sm' data-color='info'>{t('itemMoved', { from: item.before, to: item.after })}</Tag> : null}
      {item.changes.length === 0 ? null : short ? <ul className='ss-short-list'><ShortList fields={fields} changes={item.changes} alone={alone} /></ul>
        : <Changes fields={fields} changes={item.changes} level={4} alone={alone} />}
    </section>
  )
}

function Items ({ field, change, level }: { readonly field: Extract<Field, { kind: 'group' | 'freeTable' }>, readonly change: ItemsChange, readonly level: 3 | 4 }): ReactNode {
  const title = useItemTitle(field)
  const fields: readonly Field[] = field.kind === 'group' ? field.fields : field.columns
  return change.items.map(item => <Item key={item.id} item={item} title={title(item)} fields={fields} level={level} short={field.kind === 'freeTable'} />)
}

/** One answer that changed, without its question. */
export function Change ({ field, change, level, alone }: Setting & { readonly field: Field, readonly change: FieldChange }): ReactNode {
  switch (change.kind) {
    case 'plain': return <p><Plain field={field} change={change} alone={alone} /></p>
    case 'choices': return <Choices field={field} change={change} />
    case 'files': return <Files change={change} />
    case 'richText': return <RichChange change={change} />
    case 'parts': return field.kind === 'contact' ? <ul className='ss-short-list'><ShortList fields={field.parts} changes={change.changes} alone={alone} /></ul> : null
    case 'rows': return field.kind === 'fixedTable' ? <Rows field={field} change={change} alone={alone} /> : null
    case 'items': return field.kind === 'group' || field.kind === 'freeTable' ? <Items field={field} change={change} level={level} /> : null
  }
}

/** One changed answer without its question, where that stands beside it anyway. `alone`: it stands on one side only. */
export function ChangedAnswer ({ field, change, alone }: { readonly field: Field, readonly change: FieldChange, readonly alone: boolean }): ReactNode {
  return <Change field={field} change={change} level={4} alone={alone} />
}

/** Changed answers, each under its question. `level`: of the questions' headings. `alone`: they stand on one side only. */
export function Changes ({ fields, changes, level, alone }: Setting & { readonly fields: readonly Field[], readonly changes: readonly FieldChange[] }): ReactNode {
  const { question } = useCompareWords()
  const Title = level === 3 ? 'h3' : 'h4'
  return changes.map(change => {
    const field = fields.find(one => one.id === change.field)
    if (field === undefined) return null
    // The group is what its section is about; its items have headings of their own.
    if (field.kind === 'group') return <Change key={field.id} field={field} change={change} level={level} alone={alone} />
    return (
      <div key={field.id} className='ss-change'>
        <Title className='ss-change-title'>{question(field)}</Title>
        <Change field={field} change={change} level={4} alone={alone} />
      </div>
    )
  })
}
