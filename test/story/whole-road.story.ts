import { readManifest } from '@samskriv/shared/package'
import { strFromU8, unzipSync } from 'fflate'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { deliver, deliveredTo, deliveries, fetchPackage, returnBecause } from '../fixture/delivery.ts'
import { expect, test } from '../fixture/house.ts'
import { sizes } from '../fixture/look.ts'
import { announced, background, field, saved, typeAtEnd, waiting } from '../fixture/page.ts'
import { proposed, rescueTold, rescueWindow } from '../fixture/rescue.ts'
import { lockBecause, openLock } from '../fixture/road.ts'
import { closeRound, fillWord, frozen, giveWord, joinAs, openRound, readRound, saidBy, tab } from '../fixture/round.ts'

const [first, second] = ['Aslaug Strand', 'Per Havn']
const [statement, receiver] = ['Vi savner midler til vikarer.', 'Statsforvalteren i Nordland']
const [monthly, tunnel, after] = ['Vi møtes hver måned.', 'Skrevet i tunnelen.', 'Skrevet etter returen.']

const form = (page: Page) => page.getByRole('article', { name: 'Skjema' })
/** How often words stand in the text. */
const timesIn = async (page: Page, words: string): Promise<number> => (await form(page).textContent() ?? '').split(words).length - 1

async function say (page: Page, who: string, version: number, stance: string, statement: string): Promise<void> {
  await fillWord(page, version, stance, statement)
  await giveWord(page, version)
  await expect(saidBy(page, who, version)).toContainText(stance)
}

// Five people are here, and there is most to say: nothing of it pushes the page beyond its edge.
async function fitsOnTelephone (page: Page): Promise<void> {
  const before = page.viewportSize() ?? sizes[0]
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await page.setViewportSize(before)
}

async function backToText (page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Til behovsmeldingen' }).click()
  await form(page).waitFor()
}

test('the whole road: two rounds with a change between, a lock with a difference, delivery, return, and somebody offline who meets it all', async ({ house }, info) => {
  const [eier, uh, union, leser] = await Promise.all([house.visit('eier'), house.visit('uh', { keepsProgram: true }), house.visit('tillitsvalgt'), house.visit('leser')])
  const other = await joinAs(house, eier.page, 'Tillitsvalgt', second)
  const [asked, online] = [[union.page, other], [eier.page, union.page, other, leser.page]]

  await test.step('the eier opens round 1; both tillitsvalgte read version 1, one disagrees with a statement, one agrees', async () => {
    await openRound(eier.page, 1, 'Se særlig på summene.')
    for (const page of asked) {
      await readRound(page, 1, 1)
      await expect(page.getByText('Se særlig på summene.')).toBeVisible()
    }
    await say(union.page, first, 1, 'Uenig', statement)
    await say(other, second, 1, 'Enig', '')
    for (const page of asked) await expect(saidBy(page, first, 1)).toContainText(statement)
  })

  await test.step('the eier sees that all have spoken, and closes the round', async () => {
    const said = eier.page.getByRole('complementary').getByRole('list', { name: 'Hvem som har uttalt seg' }).getByRole('listitem')
    await expect(said.filter({ hasText: first })).toContainText('Uenig')
    await expect(said.filter({ hasText: second })).toContainText('Enig')
    await closeRound(eier.page, 1, 'Rådhuset')
    for (const page of [...asked, uh.page, leser.page]) await expect(announced(page, 'Runde 1 i medbestemmelse er avsluttet.')).toBeAttached()
  })

  await test.step('uh writes a change, and the eier opens round 2 on it', async () => {
    await typeAtEnd(field(uh.page, background), ` ${monthly}`)
    await expect(saved(uh.page)).toBeVisible()
    await expect(field(eier.page, background)).toContainText(monthly)
    await openRound(eier.page, 2, '')
  })

  await test.step('what is new since version 1 stands marked for both tillitsvalgte, who say what they think of version 2', async () => {
    for (const page of asked) {
      await backToText(page)
      await readRound(page, 2, 2)
      await expect(frozen(page, 2).getByText('Nytt siden versjon 1: 1 svar endret.')).toBeVisible()
      await expect(frozen(page, 2).locator('ins')).toHaveText([new RegExp(monthly)])
    }
    await say(union.page, first, 2, 'Enig', '')
    await say(other, second, 2, 'Ikke uttalt', '')
    await closeRound(eier.page, 2, 'Rådhuset')
    await expect(eier.page.getByRole('link', { name: 'Protokoll fra runde 2' })).toBeVisible()
    for (const page of asked) await backToText(page)
  })

  await test.step('uh goes offline and writes on', async () => {
    await uh.goOffline()
    await expect(uh.page.getByRole('banner').getByText(/Uten nett/)).toBeVisible()
    await typeAtEnd(field(uh.page, background), ` ${tunnel}`)
    await expect(waiting(uh.page)).toBeVisible()
  })

  await test.step('the eier changes an answer and locks: the window shows what medbestemmelse has not seen, and wants a reason', async () => {
    await field(eier.page, 'Kompetansenettverk').fill('Indre Midtfjord')
    const dialog = await openLock(eier.page)
    await expect(dialog.getByRole('heading', { name: 'Teksten er endret siden versjon 2, som medbestemmelsen så' })).toBeVisible()
    await dialog.getByText('Vis hva som er endret').click()
    await expect(dialog.locator('del')).toContainText('Ytre Midtfjord')
    await expect(dialog.locator('ins')).toContainText('Indre Midtfjord')
    await dialog.getByRole('button', { name: 'Lås behovsmeldingen' }).click()
    await expect(dialog.getByText('Skriv en begrunnelse.')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Hvorfor låses den likevel?' }).fill('Bare navnet på nettverket er rettet.')
    await dialog.getByRole('button', { name: 'Lås behovsmeldingen' }).click()
    for (const page of online) {
      const banner = page.getByRole('region', { name: 'Låst som versjon 3' })
      await expect(banner).toContainText('Teksten er en annen enn versjon 2, som medbestemmelsen så.')
      await expect(banner).toContainText('Begrunnelse: Bare navnet på nettverket er rettet.')
    }
  })

  const file = (name: string): string => join(info.outputDir, name)
  const zip = await test.step('it is delivered, all see to whom and under what reference; a reader’s package names both rounds’ protokoll', async () => {
    await deliver(eier.page, 3, receiver, '2026/17')
    for (const page of online) await expect(deliveredTo(page, receiver)).toContainText('Referanse: 2026/17')
    const zip = await fetchPackage(leser.page, 1, file('levering-1.zip'))
    const inside = unzipSync(zip)
    const manifest = readManifest(inside['manifest.json'] ?? new Uint8Array())
    const protokoller = [1, 2].flatMap(round => ['json', 'pdf', 'docx'].map(ending => `protokoll/runde-${round}.${ending}`))
    expect(manifest?.files.map(({ name }) => name)).toEqual(expect.arrayContaining(protokoller))
    expect(manifest?.chain.map(({ kind }) => kind)).toEqual(['round', 'round', 'lock'])
    expect(manifest?.version).toMatchObject({ number: 3, differsFrom: 2, reason: 'Bare navnet på nettverket er rettet.' })
    expect(manifest?.delivery).toMatchObject({ number: 1, to: receiver, reference: '2026/17' })
    expect(strFromU8(inside['protokoll/runde-1.json'] ?? new Uint8Array())).toContain(statement)
    expect(strFromU8(inside['behovsmelding.json'] ?? new Uint8Array())).not.toContain(tunnel)
    return zip
  })

  await test.step('it comes back to be corrected, with a reason all see, and the eier writes on', async () => {
    await returnBecause(eier.page, 'Helheten må beskrives bedre.')
    for (const page of online) await expect(page.getByRole('region', { name: 'Levering 1 (versjon 3) er i retur for retting' })).toContainText('Helheten må beskrives bedre.')
    await typeAtEnd(field(eier.page, background), ` ${after}`)
    await expect(saved(eier.page)).toBeVisible()
  })

  await test.step('uh is back: sees the text as it stands now, is told what is not in it, and sends it to the coordinator', async () => {
    await uh.tunnel.mend()
    await expect(rescueTold(uh.page)).toBeVisible()
    await expect(uh.page.getByRole('region', { name: 'Levering 1 (versjon 3) er i retur for retting' })).toBeVisible()
    await expect(field(uh.page, background)).toContainText(after)
    for (const page of [...online, uh.page]) expect(await timesIn(page, tunnel)).toBe(0)
    // It is told also where one is, far down in the text.
    const told = uh.page.getByRole('banner').getByRole('button', { name: 'Noe du skrev, er ikke med' })
    await expect(told).toBeInViewport()
    for (const page of [uh.page, eier.page]) await fitsOnTelephone(page)
    await told.click()
    await expect(rescueWindow(uh.page).getByRole('heading', { level: 3 })).toHaveText([background])
    await expect(rescueWindow(uh.page)).toContainText(tunnel)
    await rescueWindow(uh.page).getByRole('button', { name: 'Send som forslag' }).click()
    await expect(announced(uh.page, 'Forslaget er sendt til eierkoordinatoren.')).toBeAttached()
    await expect(rescueWindow(uh.page)).toHaveCount(0)
    for (const way of [told, uh.page.getByRole('button', { name: 'Se endringene' })]) await expect(way).toHaveCount(0)
  })

  await test.step('the eier sees it in its place and takes it together with what is new: it stands in everybody’s text, once', async () => {
    await expect(eier.page.getByRole('heading', { name: '1 endring sendt inn for sent venter på deg' })).toBeVisible()
    const note = proposed(eier.page, 'Tor Fjellheim', background)
    await expect(note).toContainText('Slik blir det med begge deler')
    await note.getByRole('button', { name: /^Ta inn sammen med det nye/ }).click()
    await expect(note).toHaveCount(0)
    for (const page of [...online, uh.page]) {
      await expect(form(page)).toContainText(tunnel)
      for (const words of [monthly, tunnel, after]) expect(await timesIn(page, words), words).toBe(1)
    }
    await tab(uh.page, 'Innsendt').click()
    await expect(uh.page.getByText('1 tatt inn, 0 avslått, 0 venter')).toBeVisible()
  })

  await test.step('locked again with a reason, and delivered a second time; the first stays', async () => {
    await lockBecause(eier.page, 'Helheten er beskrevet.')
    for (const page of [...online, uh.page]) await expect(page.getByRole('region', { name: 'Låst som versjon 4' })).toContainText('Begrunnelse: Helheten er beskrevet.')
    for (const page of [...online, uh.page]) await expect(page.getByText(/^Behovsmeldingen er gjenåpnet/)).toHaveCount(0)
    await deliver(eier.page, 4, receiver)
    await expect(deliveredTo(uh.page, receiver)).toContainText('Versjon 4')
    await tab(leser.page, 'Versjoner').click()
    await expect(deliveries(leser.page).nth(0)).toContainText('Levering 2: versjon 4')
    await expect(deliveries(leser.page).nth(1)).toContainText('Levering 1: versjon 3')
    await expect(deliveries(leser.page).nth(1)).toContainText('Erstattet')
    expect(Buffer.from(await fetchPackage(leser.page, 1, file('levering-1-igjen.zip'))).equals(zip)).toBe(true)
    const inside = unzipSync(await fetchPackage(leser.page, 2, file('levering-2.zip')))
    expect(readManifest(inside['manifest.json'] ?? new Uint8Array())?.chain.map(({ kind }) => kind)).toEqual(['round', 'round', 'lock', 'lock'])
    expect(strFromU8(inside['behovsmelding.json'] ?? new Uint8Array())).toContain(tunnel)
  })
})
