import { unzipSync, zipSync } from 'fflate'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import { checkPackageCommand } from '../fixture/check-package.ts'
import { deliver, deliveredTo, deliveries, fetchPackage, openDelivering, returnBecause } from '../fixture/delivery.ts'
import { expect, test, type House } from '../fixture/house.ts'
import { background, enter, field, typeAtEnd } from '../fixture/page.ts'
import { lockBecause, openLock } from '../fixture/road.ts'

const zipType = 'application/zip'

/** Opens round 1 from the lock's dialog, and has the tillitsvalgt disagree. */
async function openRound (house: House, page: Page): Promise<void> {
  const dialog = await openLock(page)
  await expect(dialog.getByText('Teksten har ikke vært i medbestemmelse her.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Åpne en runde …' }).click()
  await page.getByRole('dialog', { name: 'Åpne runde 1 i medbestemmelse' }).getByRole('button', { name: 'Frys og åpne runde 1' }).click()
  await expect(page.getByRole('region', { name: /^Runde 1 / })).toBeVisible()
  const union = await house.visit('tillitsvalgt')
  const rounds = `/api/behovsmeldinger/${house.documentId}`
  const { rounds: [round] } = await (await union.page.request.get(`${rounds}/medbestemmelse`)).json() as { rounds: readonly { readonly hash: string }[] }
  const said = await union.page.request.post(`${rounds}/rounds/1/stance`, { data: { hash: round?.hash, stance: 'uenig', union: 'Et forbund', basis: 'ks-b', statement: null } })
  expect(said.ok()).toBe(true)
}

const answer = (page: Page, file: string): Locator => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: file, exact: true }) })

async function ask (page: Page, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(Object.entries(files).map(([name, bytes]) => ({ name, mimeType: zipType, buffer: Buffer.from(bytes) })))
}

function withOneByteChanged (zip: Uint8Array, inside: string): Uint8Array {
  const changed = zip.slice()
  const at = Buffer.from(zip).indexOf(inside) + inside.length + 5
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

test('locked with a difference and a reason, delivered, proved, returned for correction and delivered again', async ({ house }, info) => {
  const { page } = await house.visit('eier')
  const reader = await house.visit('leser')
  const file = (name: string): string => join(info.outputDir, name)
  await openRound(house, page)
  await enter(field(page, background))
  await typeAtEnd(field(page, background), ' Vi møtes hver måned.')

  await test.step('the lock shows what medbestemmelse did not see, and wants a reason; disagreement stops nothing', async () => {
    const dialog = await openLock(page)
    await expect(dialog.getByRole('heading', { name: 'Teksten er endret siden versjon 1, som medbestemmelsen så' })).toBeVisible()
    await expect(dialog.getByText('Runde 1 pågår. Låser du nå, avsluttes den')).toBeVisible()
    await expect(dialog.getByText('1 er uenig. Det hindrer ikke låsing')).toBeVisible()
    await dialog.getByText('Vis hva som er endret').click()
    await expect(dialog.locator('ins')).toContainText('Vi møtes hver måned.')
    await dialog.getByRole('button', { name: 'Lås behovsmeldingen' }).click()
    await expect(dialog.getByText('Skriv en begrunnelse.')).toBeVisible()
    await dialog.getByRole('textbox').fill('Bare møteplanen er lagt til.')
    await dialog.getByRole('button', { name: 'Lås behovsmeldingen' }).click()
    const banner = page.getByRole('region', { name: 'Låst som versjon 2' })
    await expect(banner).toContainText('Teksten er en annen enn versjon 1, som medbestemmelsen så.')
    await expect(banner).toContainText('Begrunnelse: Bare møteplanen er lagt til.')
  })

  await test.step('it is delivered to somebody, and everybody sees it', async () => {
    const dialog = await openDelivering(page, 2)
    await dialog.getByRole('button', { name: 'Lever', exact: true }).click()
    await expect(dialog.getByText('Skriv hvem den leveres til.')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Levert til' }).fill('Statsforvalteren i Nordland')
    await dialog.getByRole('textbox', { name: 'Referanse' }).fill('2026/17')
    await dialog.getByRole('button', { name: 'Lever', exact: true }).click()
    for (const each of [page, reader.page]) {
      await expect(deliveredTo(each, 'Statsforvalteren i Nordland')).toContainText('Referanse: 2026/17', { timeout: 30_000 })
    }
    await page.getByRole('tab', { name: 'Versjoner' }).click()
  })

  const first = await test.step('the package is fetched by a reader and proved with the public key alone; one changed byte is found', async () => {
    const zip = await fetchPackage(reader.page, 1, file('pakke.zip'))
    expect(Object.keys(unzipSync(zip))).toEqual(expect.arrayContaining(['behovsmelding.json', 'behovsmelding.pdf', 'behovsmelding.docx', 'protokoll/runde-1.pdf', 'manifest.json', 'manifest.sig', 'public-key.pem']))
    await writeFile(file('key.pem'), await (await fetch(`${house.server.baseUrl}/api/signing-key.pem`)).text())
    expect(await checkPackageCommand(file('pakke.zip'), file('key.pem'))).toMatchObject({ code: 0, said: expect.stringContaining('This is the package that was delivered.') })
    await writeFile(file('endret.zip'), withOneByteChanged(zip, '%PDF-'))
    expect(await checkPackageCommand(file('endret.zip'), file('key.pem'))).toMatchObject({ code: 1, said: expect.stringContaining('behovsmelding.pdf: changed') })
    return zip
  })

  const stranger = await house.arrive()
  await test.step('somebody who is not signed in asks whether theirs is the delivered version', async () => {
    await stranger.goto('/sjekk')
    const inside = unzipSync(first)
    await ask(stranger, {
      'pakke.zip': first, 'den.pdf': inside['behovsmelding.pdf'] ?? new Uint8Array(), 'endret.zip': withOneByteChanged(first, '%PDF-'),
      'pakket-om.zip': zipSync(inside, { level: 6 }), 'annet.docx': new Uint8Array([1]),
    })
    for (const name of ['pakke.zip', 'den.pdf']) await expect(answer(stranger, name)).toContainText('Ja, dette er den leverte versjonen.')
    await expect(answer(stranger, 'endret.zip')).toContainText('behovsmelding.pdf er endret: det er ikke filen som ble signert.')
    await expect(answer(stranger, 'pakket-om.zip')).toContainText('Innholdet er uendret, men pakken er pakket på nytt.')
    await expect(answer(stranger, 'annet.docx')).toContainText('Filen er ikke kjent her.')
    await expect(answer(stranger, 'annet.docx')).toContainText('Er det PDF eller Word av en versjon som ikke er levert?')
    await expect(stranger.getByText('Statsforvalteren')).toHaveCount(0)
  })

  await test.step('it comes back to be corrected, with a reason all see', async () => {
    await returnBecause(page, 'Summen for UH stemmer ikke.')
    for (const each of [page, reader.page]) await expect(each.getByRole('region', { name: 'Levering 1 (versjon 2) er i retur for retting' })).toContainText('Summen for UH stemmer ikke.')
  })

  await test.step('a second delivery supersedes the first; both stay', async () => {
    await field(page, 'Eier').fill('Nordvik og Fjellstad kommuner')
    await lockBecause(page, 'Summen er rettet.')
    await expect(page.getByText('Låst som versjon 3')).toBeVisible()
    await deliver(page, 3, 'Statsforvalteren i Nordland')
    const list = deliveries(page)
    await expect(list).toHaveCount(2)
    await expect(list.nth(0)).toContainText('Levering 2: versjon 3')
    await expect(list.nth(1)).toContainText('Erstattet')
    await ask(stranger, { 'den-forste.zip': first, 'den-andre.zip': await fetchPackage(page, 2, file('pakke2.zip')) })
    await expect(answer(stranger, 'den-forste.zip')).toContainText('Nei, dette er en tidligere levering. En nyere er levert siden.')
    await expect(answer(stranger, 'den-forste.zip')).toContainText('Den siste leveringen er versjon 3')
    await expect(answer(stranger, 'den-andre.zip')).toContainText('Ja, dette er den leverte versjonen.')
    expect(await checkPackageCommand(file('pakke2.zip'), file('key.pem'))).toMatchObject({ code: 0 })
  })
})
