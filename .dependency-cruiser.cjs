// Which folder may know which. HOUSE rule: client → shared ← server, live knows neither frozen nor http,
// each third-party library has one home, and no cycles.
const only = (name, lib, homes, comment) => ({
  name: `one-home-${name}`, severity: 'error', comment,
  from: { path: '^(client|server|shared|test)/', pathNot: homes },
  to: { path: `node_modules/(${lib})(/|$)` },
})
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'shared-knows-nobody', severity: 'error', from: { path: '^shared/' }, to: { path: '^(client|server|test)/' } },
    { name: 'shared-is-pure', severity: 'error', comment: 'no I/O in shared', from: { path: '^shared/', pathNot: '\\.test\\.ts$|/testing/' }, to: { dependencyTypes: ['core'] } },
    { name: 'client-not-server', severity: 'error', from: { path: '^client/' }, to: { path: '^(server|test)/' } },
    { name: 'server-not-client', severity: 'error', from: { path: '^server/' }, to: { path: '^(client|test)/' } },
    { name: 'server-live-alone', severity: 'error', comment: 'live handles bytes: it knows neither meaning nor http', from: { path: '^server/live/', pathNot: '\\.test\\.ts$' }, to: { path: '^server/(frozen|http|people|workflow|output|intake)/' } },
    { name: 'server-frozen-no-socket', severity: 'error', from: { path: '^server/(frozen|output|intake|workflow)/', pathNot: '\\.test\\.ts$' }, to: { path: '^server/(live|http)/' } },
    { name: 'client-live-no-react', severity: 'error', from: { path: '^client/live/', pathNot: '\\.test\\.tsx?$' }, to: { path: 'node_modules/(react|react-dom)/' } },
    { name: 'no-undeclared', severity: 'error', from: { path: '^(client|server|shared|test)/' }, to: { dependencyTypes: ['npm-no-pkg', 'unknown', 'undetermined'], pathNot: '^(shared|server|client)/|\\.css$' } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.css|\\?raw|virtual:' } },
    only('leveldb', 'classic-level|abstract-level', '^server/store/', 'the store is the only home of LevelDB'),
    only('lowdb', 'lowdb|steno', '^server/store/', 'the store is the only home of lowdb'),
    only('ws', 'ws', '^server/live/|^test/|\\.test\\.ts$', 'sockets live in server/live'),
    only('docx', 'docx', '^server/output/', 'DOCX is written in output'),
    only('typst', '@myriaddreamin/[^/]+', '^server/output/', 'PDF is written in output'),
    only('session', 'express-session', '^server/people/', 'sessions live in people'),
    only('tiptap', '@tiptap/[^/]+', '^client/editor/|^shared/rich-text/', 'Tiptap has one home in the browser, its schema one in shared'),
    only('idb', 'idb', '^client/live/', 'the copy on this machine is kept by client/live'),
    only('y-websocket', 'y-websocket', '^client/live/|^test/|\\.test\\.ts$', 'the provider is wrapped once'),
    only('playwright', 'playwright|playwright-core|@axe-core/[^/]+', '^test/', 'browsers are driven from test'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'] },
    combinedDependencies: false,
  },
}
