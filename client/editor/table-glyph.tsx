import type { ReactNode } from 'react'

function Glyph ({ d }: { readonly d: string }): ReactNode {
  return <svg width="1em" height="1em" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true"><path d={d} /></svg>
}

/** A row with a plus below. */
export function AddRow (): ReactNode { return <Glyph d="M3.75 4.75h16.5v6.5H3.75zM12 4.75v6.5M12 14v7M8.5 17.5h7" /> }
/** A row with a minus below. */
export function RemoveRow (): ReactNode { return <Glyph d="M3.75 4.75h16.5v6.5H3.75zM12 4.75v6.5M8.5 17.5h7" /> }
/** A column with a plus beside. */
export function AddColumn (): ReactNode { return <Glyph d="M4.75 3.75h6.5v16.5h-6.5zM4.75 12h6.5M14 12h7M17.5 8.5v7" /> }
/** A column with a minus beside. */
export function RemoveColumn (): ReactNode { return <Glyph d="M4.75 3.75h6.5v16.5h-6.5zM4.75 12h6.5M14 12h7" /> }
/** A table whose first row is filled. */
export function HeaderRow (): ReactNode { return <Glyph d="M3.75 4.75h16.5v14.5H3.75zM3.75 10h16.5M12 10v9.25M5 6.5h14M5 8.25h14" /> }
