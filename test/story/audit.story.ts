import { livePath, message, syncStep } from '@samskriv/shared/protocol'
import * as encoding from 'lib0/encoding'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import * as Y from 'yjs'
import { expect, test } from '../fixture/house.ts'
import { look } from '../fixture/look.ts'
import { signIn } from '../fixture/server.ts'
import { socketWith } from '../fixture/writer.ts'

/** An update as y-websocket sends it, of somebody who writes whatever they were told. */
function forgery (): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc()
  doc.getText('navn').insert(0, 'Forfalsket')
  return new Uint8Array(encoding.encode(encoder => {
    encoding.writeVarUint(encoder, message.sync)
    encoding.writeVarUint(encoder, syncStep.update)
    encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc))
  }))
}

/** Opens a bare socket, sends one frame over and over, and resolves when the server has refused each. */
async function force (address: string, cookie: string, times: number): Promise<void> {
  const socket = new (socketWith(cookie))(address)
  socket.binaryType = 'arraybuffer'
  const { promise: refusedAll, resolve: done, reject: failed } = Promise.withResolvers<undefined>()
  let refused = 0
  socket.addEventListener('open', () => { for (let n = 0; n < times; n++) socket.send(forgery()) })
  socket.addEventListener('message', ({ data }) => { if (data instanceof ArrayBuffer && new Uint8Array(data)[0] === message.refused && ++refused === times) done(undefined) })
  socket.addEventListener('close', () => { failed(new Error(`the socket was closed after ${refused} refusals`)) })
  await refusedAll
  socket.close()
}

const entries = (page: Page) => page.getByRole('list', { name: 'Hendelser, de nyeste først' }).getByRole('listitem')

test('a lock and a reader who forces a write both stand in the log, and its chain is whole', async ({ house }) => {
  const { page } = await house.visit('eier')
  const cookie = await signIn(house.server, house.links.leser)

  await test.step('a reader writes by a raw socket, three times, and asks to lock', async () => {
    await force(`${house.server.baseUrl.replace('http', 'ws')}${livePath}/${house.documentId}?answers=1`, cookie, 3)
    const lock = await fetch(`${house.server.baseUrl}/api/behovsmeldinger/${house.documentId}/lock`, { method: 'POST', headers: { Cookie: cookie, 'Content-Type': 'application/json' }, body: '{}' })
    expect(lock.status).toBe(403)
  })

  await test.step('the coordinator locks and opens the log from the panel', async () => {
    await page.getByRole('button', { name: 'Lås …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Lås behovsmeldingen' })
    await dialog.getByRole('textbox', { name: /Hvorfor låses den likevel|Begrunnelse/ }).fill('Alt er avtalt')
    await dialog.getByRole('button', { name: 'Lås behovsmeldingen' }).click()
    await expect(page.getByText('Låst som versjon 1')).toBeVisible()
    await page.getByRole('tab', { name: 'Versjoner' }).click()
    await page.getByRole('link', { name: 'Se loggen' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Logg for Behovsmelding 2024/ })).toBeVisible()
  })

  await test.step('the log tells both, in sentences, with number and hash', async () => {
    await expect(page.getByText(/^Kjeden er hel: \d+ hendelser$/)).toBeVisible()
    await expect(entries(page).first()).toContainText('Ingrid Nordvik låste som versjon 1')
    await expect(entries(page).first()).toContainText('Begrunnelse: Alt er avtalt')
    await expect(entries(page).first()).toContainText(/Nr\. \d+, fingeravtrykk [0-9a-f]{8}/)
    const denied = entries(page).filter({ hasText: 'Nils Myr fikk ikke skrive' })
    await expect(denied).toHaveCount(1)
    await expect(denied).toContainText('Rollen gir ikke rett til det.')
    await expect(entries(page).filter({ hasText: 'Nils Myr fikk ikke låse' })).toHaveCount(1)
  })

  await test.step('by keyboard: only refusals, of one person', async () => {
    const all = await entries(page).count()
    await page.getByRole('checkbox', { name: 'Bare det som ble avvist' }).focus()
    await page.keyboard.press('Space')
    await expect(entries(page)).toHaveCount(2)
    await page.getByRole('combobox', { name: 'Slags steg' }).selectOption({ label: 'Skriving' })
    await expect(entries(page)).toHaveCount(1)
    await page.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Ingrid Nordvik' })
    await expect(page.getByText('Ingen hendelser passer til det du har valgt.')).toBeVisible()
    await page.getByRole('button', { name: 'Vis alt' }).click()
    await expect(entries(page)).toHaveCount(all)
  })

  await test.step('the same as a file', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Last ned CSV' }).click()])
    const csv = await readFile(await download.path(), 'utf8')
    expect(csv).toMatch(/^\uFEFFnumber,at,person,/)
    expect(csv).toMatch(/,Nils Myr,demoleser,leser,[^\r]+,write,refused,not-allowed,/)
  })

  await test.step('it holds against axe, wide and narrow, light and dark', async () => {
    await look(page, 'the log')
  })

  await test.step('it is shown to nobody but the coordinator', async () => {
    const answer = await fetch(`${house.server.baseUrl}/api/behovsmeldinger/${house.documentId}/audit`, { headers: { Cookie: cookie } })
    expect(answer.status).toBe(403)
  })
})
