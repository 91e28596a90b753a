import type { Page } from 'playwright/test'
import { expect, test, type Visitor } from '../fixture/house.ts'
import { announced, background, chooseInMenu, field, inNewName, saved, tiltak, tiltakTitles, typeAtEnd, waiting } from '../fixture/page.ts'

const [language, presence, reading] = ['Språkmiljø i alle barnehager', 'Nærvær – et felles ansvar', 'Lesing i alle fag']
const add = (page: Page) => page.getByRole('button', { name: 'Legg til tiltak' })
const table = (page: Page) => page.getByRole('table', { name: 'Hvem som har deltatt' })
const cell = (page: Page, row: number) => table(page).getByRole('textbox', { name: `Navn ${row}` })
const roles = (page: Page): Promise<string[]> =>
  table(page).getByRole('textbox', { name: /^Rolle/ }).evaluateAll(boxes => boxes.map(box => box instanceof HTMLTextAreaElement ? box.value : ''))
const names = async (page: Page): Promise<string[]> => (await tiltakTitles(page).allTextContents()).map(title => title.replace(/^Tiltak \d+:? ?/, ''))

/** Waits until everybody has as many tiltak, in the same order, each numbered by its place. */
async function sameEverywhere (visitors: readonly Visitor[], count: number): Promise<string[]> {
  for (const { page } of visitors) await expect(tiltakTitles(page)).toHaveCount(count)
  for (const { page } of visitors) await expect(saved(page)).toBeVisible()
  const [first, ...others] = await Promise.all(visitors.map(({ page }) => tiltakTitles(page).allTextContents()))
  for (const other of others) expect(other).toEqual(first)
  expect((first ?? []).map(title => /^Tiltak (\d+)/.exec(title)?.[1])).toEqual((first ?? []).map((_, index) => String(index + 1)))
  return (first ?? []).map(title => title.replace(/^Tiltak \d+:? ?/, ''))
}

test('two people add, copy, move and remove tiltak at once: none is lost or doubled', async ({ house }) => {
  const [eier, uh] = await Promise.all([house.visit('eier'), house.visit('uh', { keepsProgram: true })])
  const both = [eier, uh]

  await test.step('both add at the same moment, and each stands in the name of their own', async () => {
    await Promise.all(both.map(({ page }) => add(page).click()))
    await Promise.all(both.map(({ page }) => inNewName(page)))
    await Promise.all([eier.page.keyboard.type('Det eier la til'), uh.page.keyboard.type('Det UH la til')])
    const now = await sameEverywhere(both, 6)
    expect(now).toContain('Det eier la til')
    expect(now).toContain('Det UH la til')
    await expect(announced(eier.page, /Tiltak [56] er lagt til/)).toBeAttached()
  })

  await test.step('both copy the same one and move the same one', async () => {
    await Promise.all(both.map(({ page }) => chooseInMenu(tiltak(page, language), 'Lag en kopi')))
    await Promise.all([
      tiltak(eier.page, reading).getByRole('button', { name: /^Flytt opp/ }).click(),
      tiltak(uh.page, reading).getByRole('button', { name: /^Flytt ned/ }).click(),
    ])
    const now = await sameEverywhere(both, 8)
    expect(now.filter(name => name.startsWith(language))).toHaveLength(3)
    expect(now.filter(name => name === reading)).toHaveLength(1)
  })

  await test.step('apart: one adds, moves and removes offline, the other too', async () => {
    await uh.goOffline()
    await expect(uh.page.getByRole('banner').getByText(/Uten nett/)).toBeVisible()
    await chooseInMenu(tiltak(uh.page, 'Det UH la til'), 'Fjern')
    await add(uh.page).click()
    await uh.page.keyboard.type('Fra tunnelen')
    await tiltak(uh.page, presence).getByRole('button', { name: /^Flytt ned/ }).click()
    await tiltak(eier.page, presence).getByRole('button', { name: /^Flytt opp/ }).click()
    await chooseInMenu(tiltak(eier.page, 'Det UH la til'), 'Fjern')
    await add(eier.page).click()
    await eier.page.keyboard.type('Fra kontoret')
    await expect(waiting(uh.page)).toBeVisible()
    await uh.tunnel.mend()
    const now = await sameEverywhere(both, 9)
    for (const name of ['Fra tunnelen', 'Fra kontoret', presence]) expect(now.filter(each => each === name)).toHaveLength(1)
    expect(now).not.toContain('Det UH la til')
  })
})

test('a removed tiltak comes back with the words somebody else wrote in it meanwhile', async ({ house }) => {
  const [eier, uh] = await Promise.all([house.visit('eier'), house.visit('uh', { keepsProgram: true })])
  await uh.goOffline()
  await expect(uh.page.getByRole('banner').getByText(/Uten nett/)).toBeVisible()
  const target = tiltak(uh.page, presence).getByRole('textbox', { name: 'Hvem er målgruppa for tiltaket?' })
  await typeAtEnd(target, ' Også foreldrene.')
  await chooseInMenu(tiltak(eier.page, presence), 'Fjern')
  await expect(announced(eier.page, `Tiltak 2: ${presence} er fjernet.`)).toBeVisible()
  const back = eier.page.getByRole('button', { name: 'Angre', exact: true })
  await expect(back).toBeFocused()
  await uh.tunnel.mend()
  await expect(tiltak(uh.page, presence)).toHaveCount(0)
  await expect(saved(uh.page)).toBeVisible()
  await eier.page.keyboard.press('Enter')
  for (const { page } of [eier, uh]) await expect(tiltak(page, presence).getByRole('textbox', { name: 'Hvem er målgruppa for tiltaket?' })).toContainText('Også foreldrene.')
  await expect(tiltak(eier.page, presence).getByRole('heading', { level: 3 })).toBeFocused()
  expect((await names(uh.page))[1]).toBe(presence)
})

test('by keyboard alone: moved, copied, removed and brought back, with the focus where one goes on', async ({ house }) => {
  const { page } = await house.visit('eier')
  const down = tiltak(page, language).getByRole('button', { name: /^Flytt ned/ })
  await down.focus()
  await page.keyboard.press('Enter')
  await expect(announced(page, `${language} er flyttet til plass 2`)).toBeAttached()
  await expect(down).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => names(page)).toEqual([presence, reading, language, expect.any(String)])
  await page.keyboard.press('Tab')
  await expect(tiltak(page, language).getByRole('button', { name: /^Flere valg/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(tiltak(page, language).getByRole('button', { name: 'Lag en kopi' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(announced(page, /^En kopi av Tiltak 3/)).toBeAttached()
  const copy = page.getByRole('region', { name: new RegExp(`^Tiltak 4: ${language}`) })
  await expect(copy.getByRole('textbox', { name: 'Navn på tiltak' })).toBeFocused()
  await expect(copy.getByRole('textbox', { name: 'Tilskudd til eier' })).toHaveValue(/^240\s000$/)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(tiltakTitles(page)).toHaveCount(4)
  await expect(page.getByRole('button', { name: 'Angre', exact: true })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Angre', exact: true })).toHaveCount(0)
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
})

test('rows of a table are added, written and removed by two at once, and brought back', async ({ house }) => {
  const [eier, uh] = await Promise.all([house.visit('eier'), house.visit('uh', { keepsProgram: true })])
  await Promise.all([eier, uh].map(({ page }) => page.getByRole('button', { name: 'Legg til deltaker' }).click()))
  await Promise.all([eier.page.keyboard.type('Lærer'), uh.page.keyboard.type('Dosent')])
  for (const { page } of [eier, uh]) {
    await expect(table(page).getByRole('button', { name: /^Fjern rad/ })).toHaveCount(5)
    await expect(table(page).getByRole('textbox', { name: /^Rolle/ })).toHaveCount(5)
  }
  await expect.poll(() => roles(eier.page)).toEqual(expect.arrayContaining(['Lærer', 'Dosent']))
  await expect.poll(() => roles(uh.page)).toEqual(await roles(eier.page))

  await uh.goOffline()
  await expect(uh.page.getByRole('banner').getByText(/Uten nett/)).toBeVisible()
  await typeAtEnd(cell(uh.page, 2), ' jr.')
  await table(eier.page).getByRole('button', { name: 'Fjern rad 2' }).click()
  await expect(announced(eier.page, 'Rad 2 er fjernet.')).toBeVisible()
  await expect(eier.page.getByRole('button', { name: 'Angre', exact: true })).toBeFocused()
  await uh.tunnel.mend()
  await expect(table(uh.page).getByRole('button', { name: /^Fjern rad/ })).toHaveCount(4)
  await expect(saved(uh.page)).toBeVisible()
  await eier.page.keyboard.press('Enter')
  for (const { page } of [eier, uh]) await expect(cell(page, 2)).toHaveValue('Terje Aspvik jr.')
  await expect(table(eier.page).getByRole('textbox', { name: 'Rolle 2' })).toBeFocused()
})

test('one’s own undo goes over all fields, shows where, and leaves what others wrote', async ({ house }) => {
  const [eier, uh] = await Promise.all([house.visit('eier'), house.visit('uh')])
  const text = field(eier.page, background)
  await field(eier.page, 'Kompetansenettverk').fill('Et helt annet nettverk')
  await typeAtEnd(text, ' Skrevet av eier.')
  await typeAtEnd(field(uh.page, background), ' Skrevet av UH.')
  await expect(text).toContainText('Skrevet av UH.')
  await text.press('Control+z')
  await expect(text).not.toContainText('Skrevet av eier.')
  await expect(text).toContainText('Skrevet av UH.')
  await expect(text).toBeFocused()
  await text.press('Control+z')
  await expect(field(uh.page, 'Kompetansenettverk')).toHaveValue('Ytre Midtfjord')
  await expect(field(eier.page, 'Kompetansenettverk')).toBeFocused()
  await expect(field(eier.page, 'Kompetansenettverk')).toBeInViewport()
  await eier.page.keyboard.press('Control+Shift+z')
  await expect(field(uh.page, 'Kompetansenettverk')).toHaveValue('Et helt annet nettverk')
  await eier.page.keyboard.press('Control+y')
  for (const { page } of [eier, uh]) {
    await expect(field(page, background)).toContainText('Skrevet av eier.')
    await expect(field(page, background)).toContainText('Skrevet av UH.')
  }
})
