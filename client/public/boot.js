// Before the first paint: the colours and the language this person chose on this machine. Kept out of the page itself
// because the content security policy allows no inline script; kept out of the bundle because that comes too late.
try {
  const root = document.documentElement
  const scheme = localStorage.getItem('samskriv.scheme')
  if (scheme === 'light' || scheme === 'dark') root.dataset.colorScheme = scheme
  const language = localStorage.getItem('samskriv.language')
  if (language) root.lang = language
} catch {
  // A browser that forbids storage gets the defaults.
}
