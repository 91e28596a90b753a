import type { Tally } from '@samskriv/shared/compare'
import type { Translate } from '../i18n/index.ts'

/** How much differs, in words: "3 svar endret, 1 lagt til". What is none of is not spoken of; '' when nothing differs. */
export function tallyText (tally: Tally, t: Translate<'compare'>): string {
  const parts = [
    tally.answers > 0 ? t('answers', { count: tally.answers }) : '',
    tally.added > 0 ? t('added', { count: tally.added }) : '',
    tally.removed > 0 ? t('removed', { count: tally.removed }) : '',
    tally.moved > 0 ? t('moved', { count: tally.moved }) : '',
  ]
  return parts.filter(part => part !== '').join(', ')
}
