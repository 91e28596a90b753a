import { preloadTexts } from '../i18n/index.ts'

/** Has the code and the texts of the page at an address on its way before anybody is known to be allowed to see it. */
export function preloadFor (path: string): void {
  if (path === '/') void import('../list/list-page.tsx')
  if (path.endsWith('/logg')) { void import('../audit/log-page.tsx'); return }
  if (!path.startsWith('/b/')) return
  void import('@samskriv/shared/template')
  if (path.endsWith('/protokoll')) { void import('../medbestemmelse/protokoll-page.tsx'); return }
  if (path.endsWith('/medbestemmelse') || path.includes('/runde/')) {
    void import('../medbestemmelse/round-page.tsx')
    void import('../live/index.ts')
    void import('../form/index.ts')
    return
  }
  if (path.endsWith('/sammenlign')) { void import('../compare/compare-page.tsx'); return }
  void import('../page/page.tsx')
  void import('../live/index.ts')
  void import('../form/index.ts')
  // What cannot be fetched now is fetched, or its failure told, by what shows it.
  preloadTexts('live', 'form', 'editor', 'people', 'version', 'suggest', 'medbestemmelse').catch(() => undefined)
}
