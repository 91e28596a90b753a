import { type CSSProperties, type ReactNode } from 'react'
import { initialsOf } from './initials.ts'
import '../editor/person-colors.css'
import './person-avatar.css'

/** How many person colours there are. */
const paletteSize = 12

/** A person as a round with initials, in their colour when they have one here. Decoration: the name stands beside it or labels what holds it. */
export function PersonAvatar ({ name, color, small = false }: { readonly name: string, readonly color?: number, readonly small?: boolean }): ReactNode {
  const style: CSSProperties & Record<`--${string}`, string> = color === undefined ? {} : { '--ss-avatar': `var(--ss-person-${color % paletteSize})` }
  return <span className='ss-avatar' data-small={small || undefined} data-plain={color === undefined || undefined} style={style} data-initials={initialsOf(name)} aria-hidden='true' />
}
