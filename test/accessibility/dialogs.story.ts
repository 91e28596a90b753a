import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright/test'
import { expect, test } from '../fixture/house.ts'
import { choose } from '../fixture/intake.ts'
import { look, sizes, wide } from '../fixture/look.ts'
import { test as emptyTest } from '../fixture/newcomer.ts'
import { background, enter, field, saved, typeAtEnd } from '../fixture/page.ts'

const tool = (page: Page, name: string) => page.getByRole('toolbar', { name: 'Formatering' }).getByRole('button', { name: new RegExp(`^${name}`) })

emptyTest('what the first administrator and a newcomer see holds against axe', async ({ empty }) => {
  emptyTest.setTimeout(150_000)
  const { page } = await empty.arrive()
  await page.goto(empty.administratorLink)
  await expect(page.getByRole('heading', { level: 1, name: 'Velkommen til Samskriv' })).toBeVisible()
  await look(page, 'an invitation that works')
  await page.getByRole('textbox', { name: 'Navnet ditt' }).fill('Unni Drift')
  await page.getByRole('button', { name: 'Bli med' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Behovsmeldinger' })).toBeVisible()
  await look(page, 'the empty list')
  await page.goto('/admin')
  await expect(page.getByRole('main').getByText('Unni Drift')).toBeVisible()
  await look(page, 'people')
  await page.getByRole('button', { name: 'Inviter en eierkoordinator' }).click()
  await look(page, 'inviting a coordinator', 'dialog[open]', wide)
  await page.keyboard.press('Escape')
  await page.goto('/admin/logg')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look(page, 'the log of the installation')
})

test('the dialogs of the editor and the intake hold against axe', async ({ house }) => {
  const { page } = await house.visit('eier')
  await enter(field(page, background))
  await tool(page, 'Lenke').click()
  await look(page, 'a link', 'dialog[open]')
  // Anew: a look leaves the page narrow and all of it drawn.
  await page.setViewportSize(sizes[0])
  await page.reload()
  await enter(field(page, background))
  const choosing = page.waitForEvent('filechooser')
  await tool(page, 'Sett inn bilde').click()
  await (await choosing).setFiles({ name: 'kart.png', mimeType: 'image/png', buffer: pixel })
  await expect(page.getByRole('dialog')).toBeVisible()
  await look(page, 'the text of an image', 'dialog[open]')
  await page.setViewportSize(sizes[0])
  await page.reload()
  await choose(page, fileURLToPath(new URL('../fixture/intake-document.txt', import.meta.url)))
  await look(page, 'an intake', 'dialog[open]', wide)
})

test('what came too late, and reopening, hold against axe', async ({ house }) => {
  const [eier, uh] = await Promise.all([house.visit('eier'), house.visit('uh', { keepsProgram: true })])
  await uh.goOffline()
  await typeAtEnd(field(uh.page, background), ' For sent.')
  await expect(saved(eier.page)).toBeVisible()
  await eier.page.getByRole('button', { name: 'Lås …' }).click()
  const dialog = eier.page.getByRole('dialog', { name: 'Lås behovsmeldingen' })
  await dialog.getByRole('textbox').fill('Fristen er i dag.')
  await dialog.getByRole('button', { name: 'Lås behovsmeldingen' }).click()
  await expect(eier.page.getByText('Låst som versjon 1')).toBeVisible()
  await uh.tunnel.mend()
  await uh.page.getByRole('button', { name: 'Se endringene' }).click()
  await expect(uh.page.getByRole('dialog', { name: 'Det som ikke kom med' })).toBeVisible()
  await look(uh.page, 'what came too late', 'dialog[open]')
  await uh.page.keyboard.press('Escape')
  await look(uh.page, 'the page with a rescue on it')
  await eier.page.getByRole('button', { name: 'Gjenåpne …' }).click()
  await look(eier.page, 'reopening', 'dialog[open]')
})

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')
