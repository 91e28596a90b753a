import { isAllowedLink } from '@samskriv/shared/rich-text'

/**
 * Makes an address of what a person wrote: `udir.no/plan` gets `https://`, `kari@example.no` gets `mailto:`. Null when it
 * cannot be one of the kinds that are kept.
 */
export function linkAddress (written: string): string | null {
  const text = written.trim()
  if (text === '' || /\s/.test(text)) return null
  if (isAllowedLink(text)) return isWhole(text) ? text : null
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text)) return null
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`
  return /^[^\s/.]+(\.[^\s/.]+)+([/?#:]|$)/.test(text) && isWhole(`https://${text}`) ? `https://${text}` : null
}

function isWhole (address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, pathname } = new URL(address)
  return protocol === 'http:' || protocol === 'https:' ? hostname !== '' : pathname !== ''
}
