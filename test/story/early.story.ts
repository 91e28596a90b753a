import type { Page } from 'playwright/test'
import { begun } from '../fixture/comments.ts'
import { expect, test } from '../fixture/house.ts'
import { background, field, saved, settle } from '../fixture/page.ts'

const editorCode = /\/assets\/live-editor[^/]*\.js/

test('words typed before the editor has come are in the text, where one pressed', async ({ house }) => {
  const come = Promise.withResolvers<void>()
  const slow = async (page: Page): Promise<void> => {
    await page.route(editorCode, async route => {
      await come.promise
      await route.continue()
    })
  }
  const eier = await house.visit('eier', { before: slow, context: { serviceWorkers: 'block' } })
  const uh = await house.visit('uh')
  const box = field(eier.page, background)
  const before = (await box.textContent() ?? '').trim()
  await box.click({ position: { x: 12, y: 14 } })
  await eier.page.keyboard.type('Skrevet tidlig. ')
  await expect(field(eier.page, background)).toHaveValue('Skrevet tidlig. ')
  // The text above it, which something may bring the keyboard to again, hands it on.
  await eier.page.locator('[data-key="bakgrunn"] .ss-rich__text').focus()
  await expect(field(eier.page, background)).toBeFocused()
  come.resolve()
  await expect(box).toHaveAttribute('contenteditable', 'true')
  await expect(box).toBeFocused()
  await eier.page.keyboard.type('Og etterpå. ')
  await expect(saved(eier.page)).toBeVisible()
  const text = (await field(uh.page, background).textContent() ?? '')
  expect(text).toContain('Skrevet tidlig. Og etterpå. ')
  expect(text.length).toBe(before.length + 'Skrevet tidlig. Og etterpå. '.length)
})

test('words typed although the editor never comes are in the text all the same', async ({ house }) => {
  const eier = await house.visit('eier', {
    before: async page => { await page.route(editorCode, route => route.abort()) },
    context: { serviceWorkers: 'block' },
  })
  const uh = await house.visit('uh')
  await field(eier.page, background).click()
  await eier.page.keyboard.type('Uten redigering.')
  await eier.page.keyboard.press('Tab')
  await expect(saved(eier.page)).toBeVisible()
  await expect(field(uh.page, background)).toContainText('Uten redigering.')
  await expect(field(eier.page, background)).toContainText('Uten redigering.')
})

test('a comment asked for by its key before the comments have come is begun on the chosen words', async ({ house }) => {
  const come = Promise.withResolvers<void>()
  const { page } = await house.visit('eier', {
    before: async page => {
      await page.route(/\/assets\/comment-(?!mark)[^/]*\.js/, async route => {
        await come.promise
        await route.continue()
      })
    },
    context: { serviceWorkers: 'block' },
  })
  const box = field(page, background)
  await box.click()
  await expect(box).toHaveAttribute('contenteditable', 'true')
  await settle(box)
  await page.keyboard.press('Control+Home')
  await settle(box)
  for (const _letter of 'Nordvik') await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+Alt+m')
  come.resolve()
  await expect(begun(page).getByRole('textbox', { name: 'Skriv en kommentar' })).toBeFocused()
  await expect(begun(page)).toContainText('Nordvik')
})
