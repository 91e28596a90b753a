/** How many colours there are for people (`person-colors.css`). */
export const personColorCount = 12

/** The colour of a person as a `data-person` attribute: any whole number becomes one of the palette's. */
export function personColor (color: number): number {
  const whole = Number.isFinite(color) ? Math.trunc(color) : 0
  return ((whole % personColorCount) + personColorCount) % personColorCount
}
