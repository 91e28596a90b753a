import '@digdir/designsystemet-css'
import '@digdir/designsystemet-theme'
import '@fontsource-variable/inter/wght.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from './i18n/index.ts'
import { App } from './route/app.tsx'
import { registerWorker } from './route/register-worker.ts'

await startLanguage()
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<StrictMode><App /></StrictMode>)
registerWorker()
