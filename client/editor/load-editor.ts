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

/** Fetches the editor once the page has nothing better to do. */
export function loadEditorSoon (): void {
  if (loaded !== null) return
  if (typeof requestIdleCallback === 'function') requestIdleCallback(quietly, { timeout: 2000 })
  else setTimeout(quietly, 300)
}
