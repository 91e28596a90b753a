import { Suspense, useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { preloadTexts, type Namespace } from '../i18n/index.ts'

/** A part of the page whose code comes when it is first shown, or asked for beforehand. `waiting` stands in its place until then. */
export interface Later<Props> {
  (props: Props & { readonly waiting?: ReactNode }): ReactNode
  /** Has code and texts on their way before it is shown. */
  preload (): void
}

/**
 * A component whose code and texts are fetched apart from the rest, and shown the moment they are here. React's own `lazy` holds back
 * what it waited for until 300 ms after anything anywhere was last waited for: a page with several such parts is then blank for most of
 * a second. A failed fetch is thrown while rendering, as with `lazy`; the next time it is shown it is tried again.
 */
export function later<Props extends object> (load: () => Promise<ComponentType<Props>>, ...texts: readonly Namespace[]): Later<Props> {
  let here: ComponentType<Props> | null = null
  let coming: Promise<void> | null = null
  async function fetchAll (): Promise<void> {
    const [part] = await Promise.all([load(), preloadTexts(...texts)])
    here = part
  }
  function bring (): Promise<void> {
    if (coming !== null) return coming
    coming = fetchAll()
    coming.catch(() => { coming = null })
    return coming
  }

  function Part ({ waiting = null, ...props }: Props & { readonly waiting?: ReactNode }): ReactNode {
    const [Shown, setShown] = useState<ComponentType<Props> | null>(() => here)
    const [failed, setFailed] = useState<{ readonly problem: unknown } | null>(null)
    useEffect(() => {
      if (Shown !== null) return undefined
      let stopped = false
      async function show (): Promise<void> {
        try {
          await bring()
          if (!stopped) setShown(() => here)
        } catch (problem) {
          if (!stopped) setFailed({ problem })
        }
      }
      void show()
      return () => { stopped = true }
    }, [Shown])
    if (failed !== null) throw failed.problem
    // What it shows in its turn may ask for texts that have not come with it.
    return Shown === null ? waiting : <Suspense fallback={waiting}><Shown {...(props as unknown as Props)} /></Suspense>
  }
  return Object.assign(Part, { preload (): void { bring().catch(() => undefined) } })
}
