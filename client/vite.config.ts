import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { calmSelectors } from './build/calm-selectors.ts'
import { offline } from './build/offline.ts'
import { precompress } from './build/precompress.ts'

// The design system's packages do not say which of their modules are free of side effects, so a bundler keeps all of them
// for the sake of one button. Its React components are; so is its suggestion box, which nothing here uses and which
// brings a combobox with it (7 kB gzip). Whoever takes <Suggestion> into use strikes it out here, or it is not registered.
const freeOfSideEffects = /designsystemet-react\/dist\/esm\/|designsystemet-web\/dist\/esm\/suggestion\/|@u-elements\/u-(?:combobox|datalist)\//

const small = /designsystemet-react\/dist\/|aksel-icons\/|@radix-ui\/|\/clsx\/|\/client\/(?:ui|api|i18n)\/[^/]+\.tsx?$|\/shared\/(?:base|access|api|i18n)\//

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), offline(), precompress()],
  css: { postcss: { plugins: [calmSelectors] } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Nothing is put inline: the content security policy allows no inline script or style, and fonts keep their own cache.
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: { moduleSideEffects: id => !freeOfSideEffects.test(id) },
      // Buttons, icons and the like are used by every page in other mixtures, which would become dozens of files of some
      // hundred bytes; over HTTP/1.1 that costs more than it saves. Measured for a behovsmelding: 52 files to 24.
      output: { codeSplitting: { groups: [{ name: 'ui', test: small }] } },
    },
  },
})
