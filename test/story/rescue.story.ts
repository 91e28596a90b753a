import type { Locator, Page } from 'playwright/test'
import { expect, test } from '../fixture/house.ts'
import { announced, background, chooseInMenu, field, inNewName, saved, tiltak, tiltakTitles, typeAtEnd, waiting } from '../fixture/page.ts'
import { look, wide } from '../fixture/look.ts'
import { openRescue, proposed, rescueWindow } from '../fixture/rescue.ts'
import { lockBecause, reopenBecause } from '../fixture/road.ts'

const [language, presence, reading] = ['Språkmiljø i alle barnehager', 'Nærvær – et felles ansvar', 'Lesing i alle fag']

const lines = (page: Page): Locator => page.getByRole('article', { name: 'Skjema' }).locator('textarea.ss-input, input.ss-input')
const note = (page: Page, place: string): Locator => proposed(page, 'Tor Fjellheim', place)

interface Edit { readonly key: string, readonly value: string }

/** Changes so many answers, each to something nobody has written. Gives what was written where. */
async function editLines (page: Page, count: number): Promise<readonly Edit[]> {
  const all = await lines(page).evaluateAll(boxes => boxes.map(box => ({ key: box.closest('[data-key]')?.getAttribute('data-key') ?? '', numeric: box.getAttribute('inputmode') === 'numeric' })))
  const edits: Edit[] = []
  for (const [index, { key, numeric }] of all.entries()) {
    if (edits.length === count) break
    // Telephone, account and organisation numbers are lines too, with an input mode of their own.
    const value = numeric && !key.includes('kont') ? String(1000 + index) : `Uten nett ${index}`
    const box = page.locator(`[data-key="${key}"]`).locator('textarea, input').first()
    await box.fill(value)
    await box.press('Tab')
    edits.push({ key, value })
  }
  return edits
}

const valueOf = async (page: Page, key: string): Promise<string> => (await page.locator(`[data-key="${key}"]`).locator('textarea, input').first().inputValue()).replaceAll(/\s/g, ' ')

test('a hundred edits made offline over a lock and a reopening, the tab closed in between: kept, sent in, taken and declined', async ({ house }) => {
  const [eier, uh] = await Promise.all([house.visit('eier'), house.visit('uh', { keepsProgram: true })])
  let { page } = uh
  await uh.goOffline()
  await expect(page.getByRole('banner').getByText(/Uten nett/)).toBeVisible()
  const edits = await editLines(page, 100)
  expect(edits).toHaveLength(100)
  await typeAtEnd(field(page, background), ' Skrevet uten nett.')
  await page.getByRole('button', { name: 'Legg til tiltak' }).click()
  await inNewName(page)
  await page.keyboard.type('Fra tunnelen')
  await expect(waiting(page)).toBeVisible()
  await page.close()

  await test.step('meanwhile it is locked, reopened and written in', async () => {
    await lockBecause(eier.page, 'Fristen er i dag.')
    await reopenBecause(eier.page, 'En sum var feil.')
    await field(eier.page, 'Eier').fill('Endret imens')
    await typeAtEnd(field(eier.page, background), ' Eier imens.')
    await expect(saved(eier.page)).toBeVisible()
  })

  await test.step('on return nothing of it is in the text, and all of it is told of, also after the tab was closed again', async () => {
    await uh.tunnel.mend()
    for (let visit = 0; visit < 2; visit++) {
      page = await uh.context.newPage()
      await page.goto(uh.address)
      await openRescue(page)
      await expect(rescueWindow(page).getByRole('heading', { level: 3 })).toHaveCount(102)
      await expect(field(page, background)).not.toContainText('Skrevet uten nett.')
      if (visit === 0) await page.close()
    }
    await expect(rescueWindow(page).getByText('Skrevet uten nett.')).toBeAttached()
    await expect(rescueWindow(page).getByRole('heading', { name: 'Legg til: Fra tunnelen' })).toBeAttached()
  })

  await test.step('it is dropped here only once the server has it', async () => {
    await uh.goOffline()
    await rescueWindow(page).getByRole('button', { name: 'Send som forslag' }).click()
    await expect(rescueWindow(page).getByRole('alert')).not.toBeEmpty()
    await uh.tunnel.mend()
    await expect(page.getByRole('banner').getByText(/Uten nett/)).toHaveCount(0)
    await rescueWindow(page).getByRole('button', { name: 'Send som forslag' }).click()
    await expect(announced(page, 'Forslaget er sendt til eierkoordinatoren.')).toBeAttached()
    await expect(rescueWindow(page)).toHaveCount(0)
    await page.reload()
    await expect(field(page, 'Eier')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Se endringene' })).toHaveCount(0)
    await page.getByRole('tab', { name: /^Innsendt/ }).click()
    await expect(page.getByText('0 tatt inn, 0 avslått, 102 venter')).toBeVisible()
  })

  const panel = eier.page.getByRole('tabpanel', { name: /^Innsendt/ })
  await test.step('the coordinator sees each in its place, old and new; takes one, and takes that back', async () => {
    await expect(eier.page.getByRole('heading', { name: '102 endringer sendt inn for sent venter på deg' })).toBeVisible()
    const network = edits.find(edit => edit.key === 'nettverk')
    const here = note(eier.page, 'Kompetansenettverk')
    await expect(here.locator('del')).toContainText('Ytre Midtfjord')
    await expect(here.locator('ins')).toContainText(network?.value ?? '')
    await eier.page.getByRole('button', { name: 'Se det som er sendt inn' }).click()
    await here.getByRole('button', { name: 'Ta inn Kompetansenettverk' }).click()
    await expect(field(page, 'Kompetansenettverk')).toHaveValue(network?.value ?? '')
    await expect(here).toHaveCount(0)
    await expect(page.getByText('1 tatt inn, 0 avslått, 101 venter')).toBeVisible()
    await panel.getByRole('button', { name: 'Angre' }).click()
    await expect(field(page, 'Kompetansenettverk')).toHaveValue('Ytre Midtfjord')
    await expect(here).toBeVisible()
    await expect(page.getByText('0 tatt inn, 0 avslått, 102 venter')).toBeVisible()
  })

  await test.step('what was changed since is never written over unseen: words go together, an answer is chosen', async () => {
    const owner = note(eier.page, 'Eier')
    await expect(owner).toContainText('Noen har endret det samme siden.')
    await expect(owner.locator('del')).toContainText('Endret imens')
    const text = note(eier.page, background)
    await expect(text).toContainText('Slik blir det med begge deler')
    await text.getByRole('button', { name: /^Ta inn sammen med det nye/ }).click()
    for (const each of [eier.page, page]) {
      await expect(field(each, background)).toContainText('Skrevet uten nett.')
      await expect(field(each, background)).toContainText('Eier imens.')
    }
    await note(eier.page, 'Kompetansenettverk').getByRole('button', { name: /^Avslå/ }).click()
    await panel.getByRole('button', { name: /^Ta inn alle \d+ uten konflikt/ }).click()
    await expect(tiltakTitles(page).filter({ hasText: 'Fra tunnelen' })).toHaveCount(1)
    await expect(field(eier.page, 'Eier')).toHaveValue('Endret imens')
    await expect(eier.page.getByRole('heading', { name: '1 endring sendt inn for sent venter på deg' })).toBeVisible()
    await owner.getByRole('button', { name: 'Erstatt med forslaget Eier' }).click()
    await expect(field(page, 'Eier')).toHaveValue(edits.find(edit => edit.key === 'eier')?.value ?? '')
  })

  await test.step('the sender sees what came of it, and everything taken stands in the text', async () => {
    await expect(page.getByText('101 tatt inn, 1 avslått, 0 venter')).toBeVisible()
    await page.getByText('102 behandlet').click()
    await expect(page.getByText('Avslått', { exact: true })).toBeVisible()
    for (const { key, value } of edits) expect(await valueOf(page, key), key).toBe(key === 'nettverk' ? 'Ytre Midtfjord' : value.replace(/^(\d)(\d{3})$/, '$1 $2'))
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})

test('over a lock alone: sent in while it is locked, taken once it is reopened; tiltak put in, taken out and moved', async ({ house }) => {
  const [eier, uh] = await Promise.all([house.visit('eier'), house.visit('uh', { keepsProgram: true })])
  await uh.goOffline()
  await expect(uh.page.getByRole('banner').getByText(/Uten nett/)).toBeVisible()
  await chooseInMenu(tiltak(uh.page, presence), 'Fjern')
  await tiltak(uh.page, reading).getByRole('button', { name: /^Flytt opp/ }).click()
  await tiltak(uh.page, language).getByRole('textbox', { name: 'Tilskudd til UH' }).fill('999 000')
  await tiltak(uh.page, language).getByRole('textbox', { name: 'Tilskudd til UH' }).press('Tab')
  await expect(waiting(uh.page)).toBeVisible()
  await lockBecause(eier.page, 'Fristen er i dag.')
  await uh.tunnel.mend()
  await openRescue(uh.page)
  await expect(rescueWindow(uh.page).getByRole('heading', { level: 3 })).toHaveText([`Flytt: Tiltak 3: ${reading}`, `Tiltak 1: ${language}, Tilskudd til UH`, `Fjern: Tiltak 2: ${presence}`])
  await look(uh.page, 'what did not come along', 'dialog[open]')
  await uh.page.setViewportSize({ width: 1440, height: 900 })
  await rescueWindow(uh.page).getByRole('button', { name: 'Send som forslag' }).click()
  await expect(rescueWindow(uh.page)).toHaveCount(0)

  await eier.page.getByRole('button', { name: 'Se det som er sendt inn' }).click()
  await expect(eier.page.getByText('Teksten er låst. Forslagene kan tas inn når behovsmeldingen er gjenåpnet.')).toBeVisible()
  await expect(eier.page.getByRole('button', { name: /^Ta inn/ })).toHaveCount(0)
  await reopenBecause(eier.page, 'Et forslag kom for sent.')
  await look(eier.page, 'proposals in the form and in the panel', null, wide)
  await note(eier.page, `Fjern: Tiltak 2: ${presence}`).getByRole('button', { name: /^Ta inn/ }).click()
  await expect(tiltak(uh.page, presence)).toHaveCount(0)
  await eier.page.getByRole('button', { name: /^Ta inn alle 2 uten konflikt/ }).click()
  await expect(tiltak(uh.page, language).getByRole('textbox', { name: 'Tilskudd til UH' })).toHaveValue(/^999\s000$/)
  await expect(uh.page.getByText('Teksten er låst.')).toHaveCount(0)
  await expect(eier.page.getByRole('heading', { name: /sendt inn for sent/ })).toHaveCount(0)
})
