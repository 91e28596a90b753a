import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useText } from '../../i18n/index.ts'
import { useWatch } from '../../ui/use-watch.ts'
import type { Listed } from '../board/use-listed.ts'
import { cardId } from '../thread/card-id.ts'
import { ThreadCard } from '../thread/thread-card.tsx'
import { NewCard } from '../write/new-card.tsx'
import { nextCard } from './next-card.ts'
import { openRail, type Rail } from './rail.ts'
import { usePanelSetting } from './setting.ts'

interface Props { readonly items: readonly Listed[], readonly aligned: boolean }

/** The cards, beside what they are about or one below the other. One stop for Tab, arrows between them. */
export function Cards ({ items, aligned }: Props): ReactNode {
  return aligned ? <Beside items={items} /> : <List items={items} />
}

function Beside ({ items }: { readonly items: readonly Listed[] }): ReactNode {
  const t = useText('comment')
  const { board } = usePanelSetting()
  const chosen = useWatch(board.chosen)
  const rail = useMemo(() => openRail(board), [board])
  const column = useRef<HTMLOListElement>(null)
  useLayoutEffect(() => { rail.stand(column.current) }, [rail])
  useLayoutEffect(() => { rail.show(items, chosen) }, [rail, items, chosen])
  useEffect(() => rail.follow(), [rail])
  return <ol className='ss-rail' ref={column} aria-label={t('threads')}><Items items={items} isListed={false} take={rail.take} /></ol>
}

// What one is writing comes first: in a list it would be anywhere.
function List ({ items: inOrder }: { readonly items: readonly Listed[] }): ReactNode {
  const t = useText('comment')
  const items = useMemo(() => [...inOrder.filter(item => item.kind === 'draft'), ...inOrder.filter(item => item.kind === 'thread')], [inOrder])
  return <ol className='ss-thread-list' aria-label={t('threads')}><Items items={items} isListed /></ol>
}

function Items ({ items, isListed, take }: { readonly items: readonly Listed[], readonly isListed: boolean, readonly take?: Rail['take'] }): ReactNode {
  const { board } = usePanelSetting()
  const chosen = useWatch(board.chosen)
  const drafts = useWatch(board.drafts)
  const begun = new Set(drafts.flatMap(({ aim, text }) => aim.kind === 'start' || text.trim() === '' ? [] : aim.thread))
  const threads = items.filter(item => item.kind === 'thread').map(item => item.id)
  const ids = useRef(threads)
  useEffect(() => { ids.current = threads })
  const stop = chosen !== null && threads.includes(chosen) ? chosen : threads[0]
  const move = useCallback((from: string, key: string): boolean => {
    const to = nextCard(ids.current, from, key)
    if (to !== null) document.getElementById(cardId(to))?.focus()
    return to !== null || key === 'ArrowDown' || key === 'ArrowUp'
  }, [])
  return items.map(item => (
    <Card key={item.id} id={item.id} isOpen={chosen === item.id} take={take}>
      {item.kind === 'draft'
        ? <NewCard draft={item.draft} isOpen={chosen === item.id} />
        : (
          <ThreadCard
            thread={item.thread} standing={item.standing} isOpen={chosen === item.id} isStop={item.id === stop} isListed={isListed} onMove={move}
            hasDraft={begun.has(item.id)}
          />
        )}
    </Card>
  ))
}

function Card ({ id, isOpen, take, children }: { readonly id: string, readonly isOpen: boolean, readonly take: Rail['take'] | undefined, readonly children: ReactNode }): ReactNode {
  const ref = useCallback((element: HTMLLIElement | null) => { take?.(id, element) }, [id, take])
  return <li className='ss-card' data-open={isOpen || undefined} ref={ref}>{children}</li>
}
