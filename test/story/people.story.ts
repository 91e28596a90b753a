import type { Page } from 'playwright/test'
import { expect, test } from '../fixture/newcomer.ts'
import { accept, invite, startBehovsmelding } from '../fixture/invite.ts'
import { background, typeAtEnd } from '../fixture/page.ts'

const menu = (page: Page) => page.getByRole('button', { name: /^(Meny|Menu)$/ })
const title = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text })

test('from the printed link to a partnership: invited, used up, taken back, removed, signed out', async ({ empty }) => {
  const [admin, eier, uh, union, reader, stranger] = [await empty.arrive(), await empty.arrive(), await empty.arrive(), await empty.arrive(), await empty.arrive(), await empty.arrive()]
  const links = { start: '', uh: '', union: '', reader: '', spare: '' }

  await test.step('the first administrator comes in by the printed link and invites one who may start', async () => {
    expect(empty.administratorLink).toContain('/inn/')
    await admin.page.goto(empty.administratorLink)
    await expect(title(admin.page, 'Velkommen til Samskriv')).toBeVisible()
    await admin.page.getByRole('button', { name: 'Bli med' }).click()
    await expect(admin.page.getByText('Skriv navnet ditt.')).toBeVisible()
    await admin.page.getByRole('textbox', { name: 'Navnet ditt' }).fill('Unni Drift')
    await admin.page.getByRole('button', { name: 'Bli med' }).click()
    await menu(admin.page).click()
    await admin.page.getByRole('link', { name: 'Personer' }).click()
    await expect(admin.page.getByRole('main').getByText('Unni Drift')).toBeVisible()
    await admin.page.getByRole('button', { name: 'Inviter en eierkoordinator' }).click()
    const dialog = admin.page.getByRole('dialog', { name: 'Inviter en eierkoordinator' })
    await dialog.getByRole('button', { name: 'Lag lenke' }).click()
    links.start = await dialog.getByRole('textbox', { name: 'Engangslenken' }).inputValue()
  })

  await test.step('who starts a behovsmelding and invites the others', async () => {
    await accept(eier.page, links.start, 'Grete Eide')
    await startBehovsmelding(eier.page, 'Behovsmelding for Øyvær')
    links.uh = await invite(eier.page, 'UH-kontakt', 'Odd')
    links.union = await invite(eier.page, 'Tillitsvalgt', 'Pia')
    links.reader = await invite(eier.page, 'Leser', 'Rolf')
    links.spare = await invite(eier.page, 'Leser', 'ombestemt')
    await accept(uh.page, links.uh, 'Odd Universitet')
    await accept(union.page, links.union, 'Pia Forbund')
    await accept(reader.page, links.reader, 'Rolf Rektor')
    await typeAtEnd(uh.page.getByRole('textbox', { name: new RegExp(`^${background}`) }), 'Første ord fra høgskolen.')
    for (const { page } of [eier, union, reader]) await expect(page.getByText('Første ord fra høgskolen.')).toBeVisible()
    await expect(reader.page.getByText('Du kan lese, men ikke skrive her nå.')).toBeVisible()
    await expect(eier.page.getByRole('button', { name: '4 personer her nå' })).toBeVisible()
  })

  await test.step('links that are used, taken back or unknown say so', async () => {
    await eier.page.getByRole('button', { name: 'Trekk tilbake ombestemt' }).click()
    await expect(eier.page.getByRole('button', { name: /^Trekk tilbake/ })).toHaveCount(0)
    await stranger.page.goto(new URL(links.uh).pathname)
    await expect(title(stranger.page, 'Lenken er brukt')).toBeVisible()
    await stranger.page.goto(new URL(links.spare).pathname)
    await expect(title(stranger.page, 'Lenken gjelder ikke lenger')).toBeVisible()
    await expect(stranger.page.getByText(/den ble trukket tilbake/)).toBeVisible()
    await stranger.page.goto('/inn/ikkeenlenke')
    await expect(title(stranger.page, 'Lenken virker ikke')).toBeVisible()
    await stranger.page.goto(new URL(eier.page.url()).pathname)
    await expect(title(stranger.page, 'Du er ikke logget inn')).toBeVisible()
  })

  await test.step('one who is removed is told at once and does not come back', async () => {
    await eier.page.getByRole('button', { name: 'Fjern Odd Universitet' }).click()
    await eier.page.getByRole('dialog', { name: 'Fjerne Odd Universitet?' }).getByRole('button', { name: 'Fjern', exact: true }).click()
    await expect(title(uh.page, 'Du er ikke med i denne behovsmeldingen lenger')).toBeVisible()
    await expect(eier.page.getByRole('button', { name: '3 personer her nå' })).toBeVisible()
    await uh.page.reload()
    await expect(title(uh.page, 'Her er det ingenting')).toBeVisible()
    await expect(uh.page.getByText('Første ord fra høgskolen.')).toHaveCount(0)
    await uh.page.goto(new URL(links.uh).pathname)
    await expect(title(uh.page, 'Lenken er brukt')).toBeVisible()
    await expect(eier.page.getByText('Første ord fra høgskolen.')).toBeVisible()
  })

  await test.step('signing out leaves nothing behind', async () => {
    const address = union.page.url()
    await menu(union.page).click()
    await union.page.getByRole('button', { name: 'Logg ut' }).click()
    await expect(title(union.page, 'Du er ikke logget inn')).toBeVisible()
    await union.page.goto(address)
    await expect(title(union.page, 'Du er ikke logget inn')).toBeVisible()
    expect(await union.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])
    expect((await union.context.cookies()).filter(({ value }) => value !== '')).toEqual([])
  })
})

/** What is written on the page by Samskriv and not by people: headings, questions, buttons and tabs. */
const ownWords = (page: Page): Promise<string[]> => page.evaluate(() =>
  [...document.querySelectorAll('h2, h3, button, [role=tab], .ss-question, nav a, label')]
    .map(element => (element.getAttribute('aria-label') ?? element.textContent).trim()).filter(words => words.length > 3))

test('the whole page changes its language and its colours, and keeps them', async ({ empty }) => {
  const { page } = await empty.arrive()
  await accept(page, empty.administratorLink, 'Unni Drift')
  await startBehovsmelding(page, 'Melding')
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
  const bokmaal = new Set(await ownWords(page))
  await menu(page).click()
  await page.getByRole('button', { name: 'Nynorsk' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn')
  await expect(page.getByRole('heading', { level: 2, name: 'Kor mange einingar' })).toBeAttached()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 2, name: 'Contact persons' })).toBeAttached()
  const same = (await ownWords(page)).filter(words => bokmaal.has(words))
  expect(same.filter(words => !['Bokmål', 'Nynorsk', 'English', 'Unni Drift', 'Melding', 'Tiltak', 'Medbestemmelse'].includes(words.replaceAll('\u00ad', '')))).toEqual([])

  const paper = (): Promise<string> => page.getByRole('banner').evaluate(element => getComputedStyle(element).backgroundColor)
  const light = await paper()
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect.poll(paper).not.toBe(light)
  const dark = await paper()
  await page.reload()
  await page.getByRole('article').waitFor()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  expect(await paper()).toBe(dark)
  await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible()
})
