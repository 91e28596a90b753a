const register = (): void => { navigator.serviceWorker.register('/sw.js').catch(() => undefined) }

const whenIdle = (): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(register, { timeout: 10_000 })
  else setTimeout(register, 3_000)
}

/**
 * Has the page's own files kept on this machine, so that it opens in a tunnel. Asked for when the page stands and the
 * browser is idle: nobody waits for it, and a browser that will not simply needs the network.
 */
export function registerWorker (): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  if (document.readyState === 'complete') whenIdle()
  else window.addEventListener('load', whenIdle, { once: true })
}
