import '@digdir/designsystemet-css'
import '@digdir/designsystemet-theme'
import '@fontsource-variable/inter/wght.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from './i18n/index.ts'
import { askWhoIAm } from './people/me.ts'
import { App } from './route/app.tsx'
import { preloadFor } from './route/preload.ts'
import { registerWorker } from './route/register-worker.ts'

// Asked at once, not when something is there to show it: the answers arrive while the rest is made.
void askWhoIAm()
preloadFor(location.pathname)
await startLanguage()
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<StrictMode><App /></StrictMode>)
registerWorker()
