import type { Locator, Page } from 'playwright/test'
import { expect, test } from '../fixture/house.ts'
import { look, sizes } from '../fixture/look.ts'
import { background, chooseInMenu, field, inNewName, saved, tiltak, typeAtEnd } from '../fixture/page.ts'
import { signIn } from '../fixture/server.ts'
import { join, until } from '../fixture/writer.ts'

const [language, absence, reading] = ['Språkmiljø i alle barnehager', 'Nærvær – et felles ansvar', 'Lesing i alle fag']

async function lock (page: Page, version: number): Promise<void> {
  await expect(saved(page)).toBeVisible()
  await page.getByRole('button', { name: 'Lås …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lås behovsmeldingen' })
  await dialog.getByRole('textbox').fill('Fristen er i dag.')
  await dialog.getByRole('button', { name: 'Lås behovsmeldingen' }).click()
  await expect(page.getByText(`Låst som versjon ${version}`)).toBeVisible()
}

async function reopen (page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gjenåpne …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Gjenåpne behovsmeldingen' })
  await dialog.getByRole('textbox').fill('Summene må rettes.')
  await dialog.getByRole('button', { name: 'Gjenåpne', exact: true }).click()
  await expect(field(page, 'Eier')).toBeEditable()
}

async function change (page: Page): Promise<void> {
  await chooseInMenu(tiltak(page, absence), 'Fjern')
  await typeAtEnd(field(page, background), ' Vi møtes hver måned.')
  await field(page, 'Eier').fill('Nordvik og Fjellstad kommuner')
  const amount = tiltak(page, language).getByRole('textbox', { name: 'Tilskudd til UH' })
  await amount.fill('410 000')
  await amount.press('Tab')
  await tiltak(page, reading).getByRole('button', { name: /^Flytt opp/ }).click()
  await page.getByRole('button', { name: 'Legg til tiltak' }).click()
  await inNewName(page)
  await page.keyboard.type('Et nytt tiltak')
}

// The text as a screen reader gets it: what is only for the eye left out, what is only for the ear kept.
const heard = async (part: Locator): Promise<string> => (await part.evaluate(element => {
  const copy = element.cloneNode(true) as HTMLElement
  for (const silent of copy.querySelectorAll('[aria-hidden=true]')) silent.remove()
  return copy.textContent
})).replaceAll(/\s+/g, ' ')

/** Opens the panel's versions and compares what it proposes. */
async function compareProposed (page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Versjoner' }).click()
  await page.getByRole('link', { name: 'Sammenlign', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Endringer i / })).toBeVisible()
}

test('two versions are compared: old and new, words, amounts, tiltak added, removed and moved', async ({ house }) => {
  const { page } = await house.visit('eier')
  await lock(page, 1)
  await reopen(page)

  await test.step('with one version alone, the text now is compared with it, and follows what is written', async () => {
    await compareProposed(page)
    await expect(page.getByRole('heading', { name: 'Ingen forskjeller' })).toBeVisible()
    const uh = join(house.server, await signIn(house.server, house.links.uh), house.documentId, { answers: '1' })
    await until(() => uh.provider.synced, 'the writer to be in')
    uh.doc.getText('text:eier').insert(0, 'Vestre ')
    await expect(page.getByRole('region', { name: 'Om behovsmeldingen' }).locator('ins')).toContainText('Vestre Nordvik')
    uh.leave()
    await page.getByRole('link', { name: 'Til behovsmeldingen' }).click()
  })

  await change(page)
  await lock(page, 2)
  await compareProposed(page)
  await expect(page).toHaveURL(/\/sammenlign\?fra=1&til=2$/)
  const section = page.getByRole('region', { name: 'Tiltak', exact: true })

  await test.step('a line and an amount: old, new and the difference', async () => {
    expect(await heard(page.getByRole('region', { name: 'Om behovsmeldingen' }))).toContain('(slettet: Nordvik, Fjellstad og Sørbotn kommuner) ble til (satt inn: Nordvik og Fjellstad kommuner)')
    expect(await heard(section.getByRole('region', { name: `Tiltak 2: ${language}` }))).toContain('(slettet: 310 000) ble til (satt inn: 410 000) (+100 000)')
  })

  await test.step('words inserted inside their paragraph, what did not change left out', async () => {
    const text = page.getByRole('region', { name: 'Bakgrunnsinformasjon' })
    await expect(text.locator('ins')).toContainText('Vi møtes hver måned.')
    await expect(text.locator('del')).toHaveCount(0)
    await expect(text).toContainText('avsnitt uten endring')
    await expect(text).not.toContainText('Nordvik, Fjellstad og Sørbotn har samarbeidet')
  })

  await test.step('tiltak removed, added and not called moved for what others did', async () => {
    await expect(section.getByRole('region', { name: absence })).toContainText('Fjernet, var nummer 2')
    await expect(section.getByRole('region', { name: 'Tiltak 4: Et nytt tiltak' })).toContainText('Lagt til')
    await expect(section.getByText(/^Flyttet fra/)).toHaveCount(1)
  })

  await test.step('the summary counts, and its links lead there by keyboard', async () => {
    const summary = page.getByRole('navigation', { name: 'Endringer per del' })
    await expect(summary).toContainText('1 lagt til, 1 fjernet, 1 flyttet')
    await summary.getByRole('link', { name: 'Tiltak', exact: true }).press('Enter')
    await expect(page.getByRole('heading', { level: 2, name: 'Tiltak', exact: true })).toBeInViewport()
  })

  await test.step('nothing is held against it, light and dark, and nothing scrolls sideways on a phone', async () => {
    await look(page, 'the comparison')
    await page.setViewportSize(sizes[0])
  })

  await test.step('the other way round, and a version against itself', async () => {
    await page.getByLabel('Fra').selectOption('2')
    await page.getByLabel('Til', { exact: true }).selectOption('1')
    await page.getByRole('link', { name: 'Sammenlign', exact: true }).click()
    await expect(section.getByRole('region', { name: /Et nytt tiltak/ })).toContainText('Fjernet')
    await page.getByLabel('Til', { exact: true }).selectOption('2')
    await page.getByRole('link', { name: 'Sammenlign', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Ingen forskjeller' })).toBeVisible()
    await page.goto(page.url().replace('til=2', 'til=7'))
    await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Endringer i')
  })
})
