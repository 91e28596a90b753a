import type { EditorComponent } from './rich-text-props.ts'

type Module = { readonly LiveEditor: EditorComponent }

let loaded: Module | null = null
let loading: Promise<Module> | null = null

/** The editor's code, if it is here already. */
export function editorIfHere (): EditorComponent | null { return loaded?.LiveEditor ?? null }

/** Fetches the editor's code: what one reads first needs none of it. A failed try (no network) may be tried again. */
export async function loadEditor (): Promise<void> {
  loading ??= import('./live-editor.tsx')
  try {
    loaded = await loading
  } catch (problem) {
    loading = null
    throw problem
  }
}

const quietly = (): void => { loadEditor().catch(() => undefined) }

const whenIdle = (): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(quietly, { timeout: 2000 })
  else setTimeout(quietly, 300)
}

/** Fetches the editor once what one reads has been painted and the page has nothing better to do. */
export function loadEditorSoon (): void {
  if (loaded !== null || loading !== null) return
  // The browser calls itself idle between a change of the page and its painting.
  requestAnimationFrame(() => { requestAnimationFrame(whenIdle) })
}
