import type { BlockChange, ImageChange, RichTextChange, TableChange, TextChange } from '@samskriv/shared/compare'
import { isImageHash } from '@samskriv/shared/rich-text'
import { createContext, use, type ReactNode } from 'react'
import { imageAddress } from '../api/index.ts'
import { useText } from '../i18n/index.ts'
import { OldNew } from './old-new.tsx'
import { restyled, Runs } from './runs.tsx'
import { useCompareWords } from './words.ts'

/** The behovsmelding whose images are shown. */
export const ImagesOf = createContext('')

function Notes ({ notes }: { readonly notes: readonly string[] }): ReactNode {
  return notes.length === 0 ? null : <ul className='ss-notes'>{notes.map((note, index) => <li key={index}>{note}</li>)}</ul>
}

function TextBlock ({ block }: { readonly block: TextChange }): ReactNode {
  const words = useCompareWords()
  const t = useText('compare')
  const { shape, was, runs, change, number } = block
  const mark = shape.list === null || !shape.begins ? null : shape.list === 'numbered' ? `${number ?? 1}.` : '•'
  const notes = [...was === undefined ? [] : [t('reshaped', { from: words.shape(was), to: words.shape(shape) })], ...restyled(runs, words, t)]
  return (
    <div className='ss-diff-block' data-change={change} data-depth={shape.depth}>
      {mark === null ? null : <span className='ss-diff-mark'>{mark}</span>}
      <p data-heading={shape.type === 'heading' || undefined}>
        {runs.length === 0 ? <span className='ss-quiet'>{change === 'deleted' ? t('emptyDeleted') : change === 'inserted' ? t('emptyInserted') : t('empty')}</span> : <Runs runs={runs} />}
      </p>
      <Notes notes={notes} />
    </div>
  )
}

function ImageBlock ({ block }: { readonly block: ImageChange }): ReactNode {
  const t = useText('compare')
  const behovsmelding = use(ImagesOf)
  const { image, was, change } = block
  const what = change === 'deleted' ? t('imageDeleted') : change === 'inserted' ? t('imageInserted') : t('imageChanged')
  const alt = (text: string): string => text === '' ? t('noAlt') : text
  return (
    <figure className='ss-diff-block ss-diff-image' data-change={change}>
      {isImageHash(image.hash) ? <img src={imageAddress(behovsmelding, image.hash)} alt={image.alt} loading='lazy' /> : null}
      <figcaption><strong>{what}</strong> {was === undefined || was.alt === image.alt ? alt(image.alt) : <OldNew before={alt(was.alt)} after={alt(image.alt)} alone={false} />}</figcaption>
    </figure>
  )
}

function TableBlock ({ block }: { readonly block: TableChange }): ReactNode {
  const words = useCompareWords()
  const t = useText('compare')
  const notes = block.rows.flatMap((row, index) => [...row.reshaped ? [t('rowReshaped', { n: index + 1 })] : [], ...row.cells.flatMap(cell => restyled(cell, words, t))])
  const what = { deleted: t('tableDeleted'), inserted: t('tableInserted'), changed: t('tableChanged') }[block.change]
  const rowIs = { deleted: t('rowDeleted'), inserted: t('rowInserted'), changed: t('rowChanged'), same: '' }
  return (
    <div className='ss-diff-block' data-change={block.change}>
      <div className='ss-diff-table'>
        <table>
          <caption>{what}</caption>
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index} data-change={row.change}>
                <td className='ss-diff-row-is'>{rowIs[row.change]}</td>
                {row.cells.map((cell, place) => <td key={place}><Runs runs={cell} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Notes notes={notes} />
    </div>
  )
}

function Block ({ block }: { readonly block: BlockChange }): ReactNode {
  const t = useText('compare')
  switch (block.kind) {
    case 'text': return <TextBlock block={block} />
    case 'image': return <ImageBlock block={block} />
    case 'table': return <TableBlock block={block} />
    case 'gap': return <p className='ss-diff-gap'>{t('gap', { count: block.blocks })}</p>
  }
}

/** A rich text that changed: its changed blocks whole, with words deleted and inserted in place, and how much between them did not change. */
export function RichChange ({ change }: { readonly change: RichTextChange }): ReactNode {
  const t = useText('compare')
  if (change.blocks.length === 0) return <p className='ss-quiet'>{t('onlyStructure')}</p>
  return <div className='ss-diff-text'>{change.blocks.map((block, index) => <Block key={index} block={block} />)}</div>
}
