import { resolve } from 'node:path'
import { expect, test } from '../fixture/house.ts'
import { choose, exported, leftOver, lock, panel, partnership, takeIn, writeAtOnce } from '../fixture/intake.ts'
import { field } from '../fixture/page.ts'

test('a filled-in form is taken in: shown before, placed, and what has no place is everybody’s to handle', async ({ house }) => {
  const visitors = await partnership(house, 'Behovsmelding fra fil')
  const [{ page }, uh] = visitors
  const { placed, left } = await choose(page, resolve(import.meta.dirname, '../fixture/intake-document.txt'))
  expect(placed).toBeGreaterThan(25)
  expect(left).toBe(3)
  await expect(field(page, 'Universitet/Høgskole')).toHaveCount(0)
  await takeIn(page)
  for (const each of visitors) {
    await expect(field(each.page, 'Universitet/Høgskole')).toHaveValue('Høgskolen i Havbukt')
    await expect(each.page.getByRole('heading', { name: 'Tiltak 1: Uteskole ved fjæra' })).toBeAttached()
    await expect(each.page.getByRole('textbox', { name: 'Regional ordning UH' })).toHaveValue(/^50\s000$/)
    await expect(each.page.getByText(/Klikk eller trykk her/)).toHaveCount(0)
  }
  // What is no amount is not put where sums are made: it waits beside, with its place.
  await expect(page.getByRole('textbox', { name: 'Kompetanseløftet Eier' })).toHaveValue('')

  await expect(leftOver(page)).toHaveCount(left)
  await panel(uh.page).getByRole('tab', { name: /^Hent inn/ }).click()
  await expect(leftOver(uh.page)).toHaveCount(left)
  for (const words of ['tolv tusen', '5 (+1)', '- Dette er enhetene langs kysten.']) await expect(panel(uh.page).getByText(words, { exact: true })).toBeVisible()
  for (let rest = left; rest > 0; rest--) {
    await leftOver(uh.page).first().click()
    await expect(leftOver(uh.page)).toHaveCount(rest - 1)
  }
  await expect(panel(page).getByText('Alt som ble hentet inn, er på plass.')).toBeVisible()
  const words = await writeAtOnce(visitors)
  await lock(visitors, 'Hentet fra fil.')
  const { docx, pdf } = await exported(page)
  for (const each of [...words, 'Uteskole ved fjæra', 'Alle ansatte har valgt seg en strand.']) {
    expect(docx).toContain(each)
    expect(pdf).toContain(each)
  }
})
