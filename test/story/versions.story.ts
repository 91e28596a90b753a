import type { Locator, Page } from 'playwright/test'
import { expect, test } from '../fixture/house.ts'
import { look, wide } from '../fixture/look.ts'
import { background, field, saved, typeAtEnd, waiting } from '../fixture/page.ts'
import { rescueTold } from '../fixture/rescue.ts'

const versions = (page: Page): Locator => page.getByRole('tabpanel', { name: /^Versjoner/ })
const called = (page: Page, name: string): Locator => versions(page).getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })

async function openVersions (page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Versjoner/ }).click()
}

async function keepAs (page: Page, name: string): Promise<void> {
  await expect(saved(page)).toBeVisible()
  await page.getByRole('button', { name: 'Lagre som versjon …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lagre teksten som en versjon' })
  await dialog.getByRole('textbox', { name: 'Hva skal versjonen hete?' }).fill(name)
  await dialog.getByRole('button', { name: 'Lagre versjonen' }).click()
  await expect(dialog).toHaveCount(0)
}

async function bringBack (page: Page, name: string): Promise<Locator> {
  await called(page, name).getByRole('button', { name: /^Hent tilbake …/ }).click()
  return page.getByRole('dialog', { name: /^Hent tilbake versjon/ })
}

test('a version is kept under a name, and brought back without anything being lost', async ({ house }) => {
  const [eier, uh, union] = await Promise.all([house.visit('eier'), house.visit('uh'), house.visit('tillitsvalgt', { keepsProgram: true })])
  for (const { page } of [eier, uh, union]) await openVersions(page)
  await expect(versions(union.page).getByRole('heading', { name: 'Ingen versjoner ennå' })).toBeVisible()

  await test.step('a name is asked for; the version is seen by all, and by those who may, made', async () => {
    await eier.page.getByRole('button', { name: 'Lagre som versjon …' }).click()
    const dialog = eier.page.getByRole('dialog', { name: 'Lagre teksten som en versjon' })
    await dialog.getByRole('button', { name: 'Lagre versjonen' }).click()
    await expect(dialog.getByText('Gi versjonen et navn.')).toBeVisible()
    await look(eier.page, 'naming a version', 'dialog[open]', wide)
    await dialog.getByRole('button', { name: 'Avbryt' }).click()
    await keepAs(eier.page, 'Sendt til kommunedirektøren')
    for (const { page } of [eier, uh, union]) await expect(called(page, 'Versjon 1: Sendt til kommunedirektøren')).toContainText('Ingrid Nordvik')
    await expect(union.page.getByRole('button', { name: 'Lagre som versjon …' })).toHaveCount(0)
    await expect(uh.page.getByRole('button', { name: 'Lagre som versjon …' })).toBeVisible()
    for (const { page } of [uh, union]) await expect(page.getByRole('button', { name: /^Hent tilbake …/ })).toHaveCount(0)
    await expect(field(uh.page, 'Eier')).toBeEditable()
  })

  await test.step('it is brought back as a new draft that everybody goes on in, and is told of', async () => {
    await typeAtEnd(field(eier.page, background), ' Skrevet etter versjon 1.')
    await typeAtEnd(field(uh.page, 'Kompetansenettverk'), ' og omegn')
    await expect(field(eier.page, 'Kompetansenettverk')).toHaveValue(/og omegn$/)
    for (const { page } of [eier, uh]) await expect(saved(page)).toBeVisible()
    await union.goOffline()
    await expect(union.page.getByRole('banner').getByText(/Uten nett/)).toBeVisible()
    await typeAtEnd(field(union.page, background), ' Uten nett imens.')
    await expect(waiting(union.page)).toBeVisible()

    const dialog = await bringBack(eier.page, 'Versjon 1')
    await expect(dialog.locator('del').filter({ hasText: 'Skrevet etter versjon 1.' })).toBeVisible()
    await look(eier.page, 'bringing a version back', 'dialog[open]', wide)
    await dialog.getByRole('button', { name: 'Hent tilbake versjon 1' }).click()
    for (const { page } of [eier, uh]) {
      await expect(page.getByText('Ingrid Nordvik har hentet tilbake versjon 1.')).toBeVisible()
      await expect(field(page, background)).not.toContainText('Skrevet etter versjon 1.')
      await expect(called(page, 'Versjon 2: før tilbakehenting')).toBeVisible()
    }
    await expect(uh.page.getByRole('button', { name: /^Angre: hent tilbake/ })).toHaveCount(0)
    await typeAtEnd(field(uh.page, background), ' Videre herfra.')
    await expect(field(eier.page, background)).toContainText('Videre herfra.')
  })

  await test.step('who was offline meanwhile loses nothing, and slips nothing in', async () => {
    await union.tunnel.mend()
    await expect(rescueTold(union.page)).toBeVisible()
    await expect(field(union.page, background)).toContainText('Videre herfra.')
    for (const { page } of [eier, uh, union]) await expect(field(page, background)).not.toContainText('Uten nett imens.')
  })

  await test.step('it is taken back by one press, and that too is a version first', async () => {
    await expect(saved(eier.page)).toBeVisible()
    await eier.page.getByRole('button', { name: 'Angre: hent tilbake versjon 2' }).click()
    await expect(field(uh.page, background)).toContainText('Skrevet etter versjon 1.')
    await expect(field(uh.page, background)).not.toContainText('Videre herfra.')
    await expect(called(uh.page, 'Versjon 3: før tilbakehenting')).toBeVisible()
    await expect(field(uh.page, 'Kompetansenettverk')).toHaveValue(/og omegn$/)
  })
})

test('before something is taken in, the text is kept as a version; without the network nothing is taken in', async ({ house }) => {
  const { page, tunnel } = await house.visit('uh')
  await typeAtEnd(field(page, background), ' Skrevet rett før.')
  await page.getByRole('tab', { name: /^Hent inn/ }).click()
  const choose = async (): Promise<Locator> => {
    await page.locator('input[type=file]').setInputFiles({ name: 'fjorårets.txt', mimeType: 'text/plain', buffer: Buffer.from('Ordning: Regional ordning\nEier: Nordvik kommune\nSlik gjorde vi det i fjor, og litt til.\n') })
    const dialog = page.getByRole('dialog', { name: 'Dette hentes inn' })
    await expect(dialog).toBeVisible()
    return dialog
  }
  const dialog = await choose()
  await dialog.getByRole('button', { name: 'Hent inn' }).click()
  await expect(page.getByText('Slik teksten var før, er versjon 1.')).toBeVisible()
  await openVersions(page)
  await expect(called(page, 'Versjon 1: før innhenting')).toBeVisible()
  expect(await page.evaluate(async id => await (await fetch(`/api/behovsmeldinger/${id}/versions/1`)).text(), house.documentId)).toContain('Skrevet rett før.')
  await page.getByRole('tab', { name: /^Hent inn/ }).click()
  tunnel.cut()
  await expect(page.getByRole('banner').getByText(/Uten nett/)).toBeVisible()
  const again = await choose()
  await again.getByRole('button', { name: 'Hent inn' }).click()
  await expect(again.getByRole('alert')).not.toBeEmpty({ timeout: 15_000 })
})
