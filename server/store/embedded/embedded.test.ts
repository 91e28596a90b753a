import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storeContract } from '../contract.ts'
import { quietLog } from './testing/index.ts'
import { openEmbeddedStore } from './index.ts'

storeContract('embedded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samskriv-store-'))
  return {
    open: () => openEmbeddedStore({ folder, log: quietLog() }),
    destroy: () => rm(folder, { recursive: true, force: true }),
  }
})
