import type { Locator, Page } from 'playwright/test'
import { expect, test } from '../fixture/house.ts'
import { look, sizes, wide } from '../fixture/look.ts'
import { announced, background, enter, field, saved, tiltak, typeAtEnd } from '../fixture/page.ts'
import { openRound, tab } from '../fixture/round.ts'

const union = 'Aslaug Strand'
/** The field that is written in, for those who look at a part of the page. */
const here = '[data-key="bakgrunn"]'
const sums = '[data-key="summer"]'
const text = (page: Page): Locator => field(page, background)
const form = (page: Page): Locator => page.getByRole('article', { name: 'Skjema' })
const inserted = (page: Page, words: string): Locator => form(page).getByRole('insertion').filter({ hasText: words })
const deleted = (page: Page): Locator => page.locator(here).getByRole('deletion')
const card = (page: Page): Locator => page.getByRole('group', { name: 'Forslag her' })
/** What is suggested of a short answer, under it. */
const note = (page: Page, name: string | RegExp): Locator => page.getByRole('group', { name })
const amount = (page: Page): Locator => page.getByRole('textbox', { name: 'Regional ordning Eier' })
const entry = (page: Page, words: string): Locator => page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: words })

/** The browser tells of a moved caret a moment later; a hand is never as quick with the next key. */
const moved = (page: Page): Promise<unknown> => page.evaluate(() => new Promise(resolve => { requestAnimationFrame(() => { requestAnimationFrame(resolve) }) }))

/** Goes to the start of a text and so many letters on. */
async function caretAt (page: Page, letters: number): Promise<void> {
  await enter(text(page))
  await page.keyboard.press('Control+Home')
  for (let n = 0; n < letters; n++) await page.keyboard.press('ArrowRight')
  await moved(page)
}

test('a tillitsvalgt suggests in medbestemmelse; all see it live; the eier decides, and locks with what is undecided said', async ({ house }) => {
  const [{ page: eier }, { page: uh }, tillitsvalgt, { page: leser }] = [await house.visit('eier'), await house.visit('uh'), await house.visit('tillitsvalgt'), await house.visit('leser')]
  const { page } = tillitsvalgt

  await test.step('where one may only suggest, the page says so: answers can be suggested, nothing is written', async () => {
    await openRound(eier, 1, 'Si hva dere mener.')
    await expect(page.getByText(/^I medbestemmelse foreslår du/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Legg til tiltak', exact: true })).toHaveCount(0)
    await expect(field(page, 'Eier')).toBeEditable()
    await expect(text(page)).toBeVisible()
  })

  await test.step('words put in, taken away and replaced, and a new paragraph, are shown to all with the name', async () => {
    await caretAt(page, 3)
    await page.keyboard.type('alle ', { delay: 20 })
    await page.keyboard.press('Control+End')
    await moved(page)
    await page.keyboard.press('Enter')
    await page.keyboard.type('De ansatte er hørt.', { delay: 20 })
    await caretAt(page, 14)
    await page.keyboard.press('Control+Shift+ArrowRight')
    await moved(page)
    await page.keyboard.type('bytte ', { delay: 20 })
    await expect(saved(page)).toBeVisible()
    for (const other of [eier, uh, leser]) {
      await expect(inserted(other, 'alle')).toHaveAttribute('title', union)
      await expect(inserted(other, 'De ansatte er hørt.')).toBeVisible()
      await expect(inserted(other, 'bytte')).toBeVisible()
      await expect(deleted(other)).toHaveCount(1)
    }
    // Nobody has answered anything else than before, as far as rules and versions know.
    await expect(eier.getByText(/Teksten er endret siden versjon 1/)).toHaveCount(0)
  })

  await test.step('another name, amount and choice are suggested in their fields, shown to all as old and new, and decided there', async () => {
    await typeAtEnd(field(page, 'Eier'), ' og omegn')
    await amount(page).fill('450.000,-')
    await amount(page).press('Tab')
    await page.getByRole('checkbox', { name: 'Desentralisert ordning' }).check()
    for (const other of [eier, uh, leser]) {
      await expect(note(other, `${union} foreslår: Eier`)).toContainText('og omegn')
      await expect(note(other, /Sum per ordning, Regional ordning, Eier$/)).toContainText(/240\s000.*450\s000.*\(\+210\s000\)/)
      await expect(note(other, /Behovsmeldingen gjelder$/)).toContainText('Desentralisert ordning')
    }
    await expect(amount(eier)).toHaveValue(/^240\s000$/)
    await expect(note(leser, /Eier$/).first().getByRole('button')).toHaveCount(0)
    await note(eier, `${union} foreslår: Eier`).getByRole('button', { name: /^Godta/ }).click()
    await expect(announced(eier, 'Forslaget er godtatt. Du kan angre.')).toBeAttached()
    await expect(field(eier, 'Eier')).toBeFocused()
    for (const each of [eier, uh, page]) await expect(field(each, 'Eier')).toHaveValue(/og omegn$/)
    await note(eier, /Behovsmeldingen gjelder$/).getByRole('button', { name: /^Avvis/ }).click()
    await expect(page.getByRole('checkbox', { name: 'Desentralisert ordning' })).not.toBeChecked()
    await note(page, /^Du foreslår: Sum per ordning/).getByRole('button', { name: /^Trekk tilbake/ }).click()
    await expect(amount(page)).toHaveValue(/^240\s000$/)
    // By the keyboard, in the field one stands in.
    await amount(page).press('Control+z')
    await expect(amount(page)).toHaveValue(/^450\s000$/)
    await expect(note(eier, /Sum per ordning, Regional ordning, Eier$/)).toBeVisible()
    await expect(note(leser, /foreslår: Eier$/)).toHaveCount(0)
  })

  await test.step('a tiltak more and one less are suggested, and decided where they would stand', async () => {
    await page.getByRole('button', { name: 'Foreslå: Legg til tiltak' }).click()
    await expect(page.getByRole('textbox', { name: 'Navn på tiltak' }).and(page.locator(':focus'))).toHaveValue('')
    await page.keyboard.type('Veiledning på tvers')
    await page.getByRole('button', { name: /^Foreslå å fjerne Tiltak 1/ }).click()
    await note(eier, /Legg til: Veiledning på tvers$/).getByRole('button', { name: /^Godta/ }).click()
    for (const each of [eier, page, leser]) await expect(tiltak(each, 'Veiledning på tvers')).toBeVisible()
    await note(eier, /Fjern: Tiltak 1/).getByRole('button', { name: /^Avvis/ }).click()
    await expect(page.getByRole('button', { name: /^Foreslå å fjerne Tiltak 1/ })).toHaveAttribute('aria-pressed', 'false')
  })

  await test.step('what is more than words is refused with a word why, and one’s own can be withdrawn', async () => {
    await enter(text(page))
    await page.keyboard.press('Control+a')
    await moved(page)
    await page.keyboard.press('Control+b')
    await expect(announced(page, 'I et forslag kan du bare endre utseendet på ord du selv setter inn.')).toBeVisible()
    await tab(page, 'Forslag').click()
    await expect(entry(page, 'alle')).toContainText(union)
    await entry(page, 'alle').getByRole('button', { name: /^Trekk tilbake/ }).click()
    await expect(inserted(eier, 'alle')).toHaveCount(0)
    await page.getByRole('button', { name: 'Angre', exact: true }).first().click()
    await expect(inserted(eier, 'alle')).toBeVisible()
    await expect(entry(page, 'alle').getByRole('button', { name: /^Godta/ })).toHaveCount(0)
  })

  await test.step('one who writes may not write among another’s words, and decides where they stand: by mouse and by keyboard', async () => {
    await inserted(eier, 'alle').click()
    await eier.keyboard.type('x')
    await expect(announced(eier, /Ordene her er en annens forslag/)).toBeVisible()
    await eier.keyboard.press('ArrowRight')
    await expect(card(eier)).toContainText('Sett inn «alle»')
    await card(eier).getByRole('button', { name: 'Godta' }).click()
    await expect(announced(eier, 'Forslaget er godtatt. Du kan angre.')).toBeAttached()
    await expect(inserted(page, 'alle')).toHaveCount(0)
    await expect(text(page)).toContainText('alle')
    await inserted(eier, 'bytte').click()
    await expect(card(eier)).toContainText(union)
    await eier.keyboard.press('Alt+Enter')
    await expect(card(eier).getByRole('button', { name: 'Godta' })).toBeFocused()
    await eier.keyboard.press('Tab')
    await eier.keyboard.press('Enter')
    await expect(deleted(uh)).toHaveCount(0)
    await expect(inserted(uh, 'bytte')).toHaveCount(0)
  })

  await test.step('the UH contact chooses to suggest; the choice is remembered', async () => {
    await uh.getByRole('banner').getByText('Foreslår', { exact: true }).click()
    await expect(uh.getByText(/^Du foreslår: Det du endrer/)).toBeVisible()
    await expect(uh.getByRole('button', { name: 'Legg til tiltak', exact: true })).toHaveCount(0)
    await uh.reload()
    await expect(uh.getByRole('radio', { name: 'Foreslår' })).toBeChecked()
    await typeAtEnd(text(uh), ' Også høgskolen.')
    await expect(inserted(eier, 'Også høgskolen.')).toBeVisible()
  })

  await test.step('the list says whose each is; a person’s are accepted at once, and one undo takes all back', async () => {
    await tab(eier, 'Forslag').click()
    await expect(entry(eier, 'De ansatte er hørt.')).toBeVisible()
    await expect(entry(eier, 'Bytt «240 000» med «450 000»')).toContainText('Regional ordning, Eier')
    await eier.getByRole('radio', { name: new RegExp(`^${union}`) }).check()
    await expect(entry(eier, 'Også høgskolen.')).toHaveCount(0)
    await eier.getByRole('radio', { name: /^Alle/ }).check()
    await eier.getByRole('button', { name: 'Godta alle 3' }).click()
    await expect(eier.getByText('3 forslag godtatt.', { exact: true })).toBeVisible()
    await expect(text(page).getByRole('paragraph').filter({ hasText: 'De ansatte er hørt.' })).toHaveText(/^De ansatte er hørt\./)
    await eier.getByRole('tabpanel').getByRole('button', { name: 'Angre' }).click()
    await expect(inserted(page, 'De ansatte er hørt.')).toBeVisible()
    await expect(amount(eier)).toHaveValue(/^240\s000$/)
    await expect(entry(eier, 'Også høgskolen.')).toBeVisible()
  })

  await test.step('the lock says what it leaves out, wants a reason, and the version knows how many', async () => {
    await eier.getByRole('button', { name: 'Lås …' }).click()
    const dialog = eier.getByRole('dialog', { name: 'Lås behovsmeldingen' })
    await expect(dialog.getByRole('heading', { name: '3 forslag er ikke avgjort' })).toBeVisible()
    await expect(dialog.getByText(`${union}: Bytt «240 000» med «450 000»`).first()).toBeVisible()
    await expect(dialog.getByText(`${union}: Sett inn «¶ De ansatte er hørt.»`).first()).toBeVisible()
    await dialog.getByRole('textbox').fill('Forslagene tas i neste utgave.')
    await dialog.getByRole('button', { name: 'Lås behovsmeldingen' }).click()
    await expect(eier.getByText('3 forslag var ikke avgjort. De er ikke med i denne versjonen.').first()).toBeVisible()
    for (const everybody of [eier, page, leser]) {
      await expect(form(everybody)).not.toContainText('De ansatte er hørt.')
      await expect(form(everybody).getByRole('insertion')).toHaveCount(0)
      await expect(form(everybody)).not.toContainText('450 000')
    }
  })

  await test.step('reopened, what was undecided stands there again', async () => {
    await eier.getByRole('button', { name: 'Gjenåpne …' }).click()
    const dialog = eier.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Forslagene skal avgjøres.')
    await dialog.getByRole('button', { name: /^Gjenåpne/ }).click()
    await expect(inserted(eier, 'De ansatte er hørt.')).toBeVisible()
    await expect(note(eier, /Sum per ordning, Regional ordning, Eier$/)).toContainText('450 000')
  })
})

test('the screens of suggesting hold against axe, wide and narrow, light and dark', async ({ house }) => {
  const [{ page: eier }, { page }] = [await house.visit('eier'), await house.visit('tillitsvalgt')]
  await openRound(eier, 1, 'Si hva dere mener.')
  await expect(page.getByText(/^I medbestemmelse foreslår du/)).toBeVisible()
  await typeAtEnd(text(page), ' De ansatte er hørt.')
  await caretAt(page, 3)
  await page.keyboard.press('Control+Shift+ArrowRight')
  await moved(page)
  await page.keyboard.press('Backspace')
  await expect(deleted(eier)).toBeVisible()
  await amount(page).fill('450 000')
  await page.getByRole('checkbox', { name: 'Desentralisert ordning' }).check()
  await expect(note(eier, /Sum per ordning, Regional ordning, Eier$/)).toBeVisible()
  for (const part of ['.ss-top', '.ss-sheet-head', here, sums]) await look(page, 'suggesting', part)
  await look(eier, 'a suggested answer and what can be done with it', sums)
  await inserted(eier, 'De ansatte').click()
  await expect(card(eier)).toBeVisible()
  await look(eier, 'suggestions and what can be done with one', here)
  await eier.setViewportSize(sizes[0])
  await tab(eier, 'Forslag').click()
  await look(eier, 'the list of suggestions', 'aside', wide)
  await eier.getByRole('banner').getByText('Foreslår', { exact: true }).click()
  for (const part of ['.ss-top', '.ss-sheet-head']) await look(eier, 'suggesting by choice', part)
  await eier.setViewportSize(sizes[0])
  await eier.getByRole('button', { name: 'Lås …' }).click()
  await expect(eier.getByRole('dialog').getByRole('heading', { name: '4 forslag er ikke avgjort' })).toBeVisible()
  await look(eier, 'locking with suggestions undecided', 'dialog[open]')
})
