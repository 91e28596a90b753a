import type { Locator, Page } from 'playwright/test'
import { commentOn } from '../fixture/comments.ts'
import { expect, test } from '../fixture/house.ts'
import { look, narrow, sizes, wide } from '../fixture/look.ts'
import { background, field, hasFocus, saved } from '../fixture/page.ts'

const menu = (page: Page): Locator => page.getByRole('button', { name: 'Meny' })

test('pages around the form hold against axe', async ({ house }) => {
  const { page } = await house.visit('eier')
  await page.setViewportSize(sizes[0])
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Behovsmeldinger' })).toBeVisible()
  await look(page, 'the list')
  await menu(page).click()
  await look(page, 'the menu', null, wide)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Ny behovsmelding' }).click()
  await expect(page.getByRole('dialog', { name: 'Ny behovsmelding' }).getByRole('radio').first()).toBeVisible()
  await look(page, 'a new behovsmelding', 'dialog[open]')
  await page.goto('/ingenting')
  await expect(page.getByRole('heading', { level: 1, name: 'Her er det ingenting' })).toBeVisible()
  await look(page, 'not found')
  await page.goto('/ut')
  await expect(page.getByRole('heading', { level: 1, name: 'Vil du logge ut?' })).toBeVisible()
  await look(page, 'signing out')
  await page.getByRole('main').getByRole('button', { name: 'Logg ut' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Du er ikke logget inn' })).toBeVisible()
  await page.getByRole('button', { name: 'Fortsett' }).click()
  await look(page, 'signed out, with a message at the field')
  await page.goto('/inn/ikkeenlenke')
  await expect(page.getByRole('heading', { level: 1, name: 'Lenken virker ikke' })).toBeVisible()
  await look(page, 'a dead link')
})

test('the page of a behovsmelding holds against axe, for a writer and a reader', async ({ house }) => {
  const eier = await house.visit('eier')
  await field(eier.page, 'Regional ordning Eier').fill('to hundre')
  await field(eier.page, background).click()
  await expect(eier.page.getByRole('toolbar', { name: 'Formatering' })).toBeVisible()
  await look(eier.page, 'the form with a toolbar and an error')
  const leser = await house.visit('leser')
  await look(leser.page, 'the form for a reader')
})

test('panels and dialogs of a behovsmelding hold against axe', async ({ house }) => {
  const { page } = await house.visit('eier')
  const panel = page.getByRole('complementary')
  for (const tab of ['Hent inn', 'Versjoner', 'Deltakere']) {
    await panel.getByRole('tab', { name: tab }).click()
    await look(page, `the panel, ${tab}`, 'aside', wide)
  }
  await page.getByRole('button', { name: 'Inviter' }).click()
  await look(page, 'inviting', 'dialog[open]', wide)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Fjern Nils Myr' }).click()
  await look(page, 'removing', 'dialog[open]', wide)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '1 person her nå' }).click()
  await look(page, 'who is here', '.ss-present-list', wide)
  await page.keyboard.press('Escape')
  await expect(saved(page)).toBeVisible()
  await page.getByRole('button', { name: 'Lås …' }).click()
  await look(page, 'locking', 'dialog[open]')
})

test('the locked behovsmelding holds against axe, and its panel as a drawer', async ({ house }) => {
  const { page } = await house.visit('eier')
  await expect(saved(page)).toBeVisible()
  await page.getByRole('button', { name: 'Lås …' }).click()
  await page.getByRole('dialog', { name: 'Lås behovsmeldingen' }).getByRole('textbox').fill('Fristen er i dag.')
  await page.getByRole('dialog', { name: 'Lås behovsmeldingen' }).getByRole('button', { name: 'Lås behovsmeldingen' }).click()
  await expect(page.getByText('Låst som versjon 1')).toBeVisible()
  await page.getByRole('complementary').getByRole('tab', { name: 'Versjoner' }).click()
  await look(page, 'the locked form')
  await page.setViewportSize(sizes[1])
  await page.getByRole('button', { name: /^Sidepanel/ }).click()
  await look(page, 'the panel as a drawer', 'dialog[open]', narrow)
  await page.getByRole('tab', { name: 'Deltakere' }).click()
  await page.getByRole('button', { name: 'Inviter' }).click()
  await look(page, 'inviting from the drawer', 'dialog[open] dialog[open]', narrow)
})

async function tabTo (page: Page, wanted: Locator, most: number, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < most && !await hasFocus(wanted); step++) await page.keyboard.press(key)
  await expect(wanted).toBeFocused()
}

test('keyboard alone: signed in, written, locked', async ({ house, browser }) => {
  const context = await browser.newContext({ baseURL: house.server.baseUrl })
  const page = await context.newPage()
  await page.goto('/inn')
  await tabTo(page, page.getByRole('textbox', { name: 'Lenken du har fått' }), 10)
  await page.keyboard.insertText(house.server.baseUrl + house.links.eier)
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'Skjema' }).waitFor()
  await tabTo(page, page.getByRole('link', { name: 'Hopp til skjemaet' }), 3)
  await page.keyboard.press('Enter')
  await tabTo(page, field(page, 'Kompetansenettverk'), 15)
  await page.keyboard.press('End')
  await page.keyboard.type(' og Ytre fjord')
  await tabTo(page, field(page, background), 60)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Skrevet uten mus.')
  await expect(saved(page)).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Control+Home')
  await tabTo(page, page.getByRole('button', { name: 'Lås …' }), 80, 'Shift+Tab')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Lås behovsmeldingen' })
  await tabTo(page, dialog.getByRole('textbox'), 20)
  await page.keyboard.type('Fristen er i dag.')
  await tabTo(page, dialog.getByRole('button', { name: 'Lås behovsmeldingen' }), 5)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Låst som versjon 1')).toBeVisible()
  await expect(page.getByText('Skrevet uten mus.')).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false)
  await context.close()
})

test('at 400 % nothing scrolls sideways, and everything one can act upon has a name', async ({ house }) => {
  const { page } = await house.visit('eier')
  const nameless = (): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll('button, a[href], input:not([type=hidden]), textarea, select, [role=textbox], [role=tab], summary')]
    .filter(element => element.checkVisibility() && element.ariaLabel === null && element.textContent.trim() === '' && !element.hasAttribute('aria-labelledby')
      && !(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? (element.labels?.length ?? 0) > 0 : false))
    .map(element => element.outerHTML.slice(0, 120)))
  const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await nameless()).toEqual([])
  await page.setViewportSize({ width: 320, height: 256 })
  expect(await width(), 'the form').toBeLessThanOrEqual(320)
  expect(await nameless()).toEqual([])
  const box = field(page, 'Kompetansenettverk')
  await box.focus()
  await expect(box).toBeInViewport({ ratio: 1 })
  await page.getByRole('button', { name: /^Sidepanel/ }).click()
  await expect(page.getByRole('tab', { name: 'Deltakere' })).toBeVisible()
  expect(await width(), 'the panel').toBeLessThanOrEqual(320)
  for (const path of ['/', '/ingenting', '/ut', '/inn']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await width(), path).toBeLessThanOrEqual(320)
  }
})

test('fifty letters cause no more than a few announcements', async ({ house }) => {
  const [{ page }, uh] = await Promise.all([house.visit('eier'), house.visit('uh')])
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], output'
    new MutationObserver(changes => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(live)
        const text = region?.textContent.trim() ?? ''
        if (text !== '' && said.at(-1) !== text) said.push(text)
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  const letters = 'femti bokstaver skrives her, og ingen blir forstyrr'
  await field(page, background).click()
  await page.keyboard.type(letters)
  await field(page, 'Kompetansenettverk').click()
  await page.keyboard.type(letters)
  await field(uh.page, 'Universitet/Høgskole').fill(letters)
  await expect(field(page, 'Universitet/Høgskole')).toHaveValue(letters)
  await expect(saved(page)).toBeVisible()
  const said = await page.evaluate(() => Reflect.get(globalThis, 'said') as string[])
  expect(said.length, said.join(' | ')).toBeLessThanOrEqual(3)
})

test('comments hold against axe: beside the text, open, being written, settled, and as a list in the drawer', async ({ house }) => {
  const { page } = await house.visit('tillitsvalgt')
  await page.setViewportSize(sizes[0])
  const card = await commentOn(page, field(page, background), 'de fleste ansatte kjenner barna', 'Er dette noe vi vet?')
  await look(page, 'the form with a thread open beside it', null, wide)
  await card.getByRole('textbox', { name: 'Svar' }).click()
  await page.keyboard.type('Spør @')
  await expect(page.getByRole('listbox', { name: 'Nevn en person' })).toBeVisible()
  await look(page, 'a person offered', 'aside', wide)
  await page.keyboard.press('Escape')
  await card.getByRole('button', { name: 'Løs …' }).click()
  await page.keyboard.type('Avklart')
  await page.keyboard.press('Control+Enter')
  await expect(card.getByText('Løst av Aslaug Strand')).toBeVisible()
  await look(page, 'a settled thread', 'aside', wide)
  await page.getByRole('button', { name: 'Kommenter Eier', exact: true }).click()
  await page.keyboard.type('Begynt')
  await page.getByRole('button', { name: /^Filter/ }).click()
  await look(page, 'a comment being begun, and the filter', 'aside', wide)
  await page.setViewportSize(sizes[1])
  await page.getByRole('button', { name: /^Sidepanel/ }).click()
  await look(page, 'the comments in the drawer', 'dialog[open]', narrow)
})
