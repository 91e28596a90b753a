import { bringIntoView } from '../ui/bring-into-view.ts'

/**
 * Goes to the heading that the link with the focus leads to, once the drawer the link stands in has closed: until then the
 * page behind is inert and cannot take the focus, and closing gives the focus back to the drawer's button.
 */
export function followAfterClosing (page: Document = document): void {
  const link = page.activeElement
  const anchor = link instanceof HTMLAnchorElement ? link.hash.slice(1) : ''
  if (anchor === '') return
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      const heading = page.getElementById(`${anchor}-title`)
      if (heading === null) return
      bringIntoView(heading, 'start')
      heading.focus({ preventScroll: true })
    })
  })
}
