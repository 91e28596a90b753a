import { useEffect } from 'react'
import { useFormat, useText } from '../i18n/index.ts'
import { announce } from '../ui/announce.tsx'
import { holds, movedBetween, newsBetween, openRoundIn } from './rounds.ts'
import type { Medbestemmelse } from './use-medbestemmelse.ts'
import { useRoundWords } from './use-words.ts'

/** Says, to who does not see it happen, that a round was opened or closed, its deadline moved, and what the others said. */
export function useTold ({ view, before }: Pick<Medbestemmelse, 'view' | 'before'>, myId: string): void {
  const t = useText('medbestemmelse')
  const words = useRoundWords()
  const format = useFormat()
  useEffect(() => {
    if (view === null || before === null) return
    const opened = openRoundIn(view)
    const moved = movedBetween(before, view)
    const said = newsBetween(before, view, myId).map(stance => holds(stance)
      ? t('saidNow', { who: stance.by.name, stance: words.stance(stance.stance), n: stance.version })
      : t('withdrewNow', { who: stance.by.name, n: stance.version }))
    const news = [...moved === null ? [] : [t('movedNow', { n: moved.number, date: format.date(moved.deadline) })], ...said]
    if (opened !== null && before.open !== opened.number) announce(t('openedNow', { n: opened.number }))
    else if (opened === null && before.open !== null) announce(t('closedNow', { n: before.open }))
    else if (news.length > 0) announce(news.join(' '))
  }, [view, before, myId, t, words, format])
}
