/** What a PostCSS plugin is given of a rule, as far as it is used here. */
interface StyleRule { selector: string }

const childOfField = ':where(label,input,textarea,select,p,[data-field],.ds-validation-message)'
const inside = ':where(a,button,input,textarea,select,label)'
const media = ':where(audio,figure,iframe,img,picture,video):not([hidden])'

/**
 * Narrows what a selector with `:has()` is about, where it is about everything (`.ds-chip:has(:focus-visible) *`). A browser
 * that meets such a selector looks at the style of the whole page again for each element that comes or goes anywhere: with
 * a caret of somebody else's moving in a behovsmelding of 12 tiltak, 8 of them cost 35 ms a time; narrowed they cost
 * nothing one can measure. What they do to the design system's own parts stays the same.
 */
export function calmSelector (selector: string): string {
  return selector.split(/,(?![^(]*\))/).map(part => {
    const one = part.trim()
    if (!one.includes(':has(')) return one
    if (one.endsWith('>:not([hidden])') || one.endsWith('> :not([hidden])')) return one.replace(/>\s*:not\(\[hidden\]\)$/, `>${media}`)
    return one.replace(/\)\s*>\s*\*$/, `)>${childOfField}`).replace(/\)\s+\*$/, `) ${inside}`)
  }).join(',')
}

/** The same for every rule of the page's styles, as a PostCSS plugin. */
export const calmSelectors = {
  postcssPlugin: 'calm-selectors',
  Rule (rule: StyleRule): void {
    if (!rule.selector.includes(':has(')) return
    const calm = calmSelector(rule.selector)
    if (calm !== rule.selector) rule.selector = calm
  },
}
