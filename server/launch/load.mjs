// Loads everything the server and its threads are made of, and ends: what Node compiled is then kept (NODE_COMPILE_CACHE).
await Promise.all(['../serve.ts', '../live/compact-worker.ts', '../output/work/worker.ts'].map(part => import(part)))
process.exit(0)
