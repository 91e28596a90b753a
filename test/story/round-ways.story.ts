import { expect, test } from '../fixture/house.ts'
import { background, enter, field, saved, typeAtEnd } from '../fixture/page.ts'
import { lockWindow, openLock } from '../fixture/road.ts'
import { joinAs, openRound, send, statementBox, tab, wordForm } from '../fixture/round.ts'

const [union, second] = ['Aslaug Strand', 'Solveig Fjord']

/** A moment as a box for day and time has it, by the clock in Norway. */
const inNorway = (at: Date): string => at.toLocaleString('sv', { timeZone: 'Europe/Oslo' }).slice(0, 16).replace(' ', 'T')

test('two coordinators open a round in the same second: the other is told who was first, is led there, and opens no next one', async ({ house }) => {
  const { page: eier } = await house.visit('eier')
  const other = await joinAs(house, eier, 'Eierkoordinator', second)
  const api = `/api/behovsmeldinger/${house.documentId}`
  // Both have pressed; the second's request is on its way while the first's is carried out.
  const first = Promise.withResolvers<undefined>()
  await other.route('**/rounds', async route => { await first.promise; await route.continue() })
  await tab(other, 'Medbestemmelse').click()
  await other.getByRole('button', { name: 'Åpne runde 1 …' }).click()
  const dialog = other.getByRole('dialog', { name: 'Åpne runde 1 i medbestemmelse' })
  await dialog.getByRole('textbox', { name: 'Melding til de tillitsvalgte (valgfritt)' }).fill('Les tiltak 3 først.')
  await dialog.getByRole('button', { name: 'Frys og åpne runde 1' }).click()
  await openRound(eier, 1, 'Se på summene.')
  await expect(other.getByRole('banner').getByRole('link', { name: /^Frist/ })).toBeAttached()
  await expect(dialog).toBeVisible()
  await expect(other.getByText(/runde 2/)).toHaveCount(0)
  first.resolve(undefined)

  await test.step('it says what happened, keeps what was written, and offers no next round', async () => {
    await expect(dialog.getByRole('heading', { name: 'Runde 1 er åpnet allerede' })).toBeFocused()
    await expect(dialog.getByText(/^Ingrid Nordvik åpnet runde 1 om versjon 1, /)).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: 'Meldingen du skrev (ikke sendt)' })).toHaveValue('Les tiltak 3 først.')
    await expect(dialog.getByRole('button', { name: /åpne runde/ })).toHaveCount(0)
    await expect(other.getByText(/runde 2/)).toHaveCount(0)
    expect((await send(other, 'GET', `${api}/medbestemmelse`)).json).toMatchObject({ open: 1, rounds: [{ number: 1, openedBy: { name: 'Ingrid Nordvik' }, note: 'Se på summene.' }] })
  })

  await test.step('closing it leads to the round', async () => {
    await other.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(other.getByRole('heading', { name: 'Runde 1 om versjon 1' }).first()).toBeFocused()
  })
})

test('who is about to lock with a round open and another text sees who has not spoken, and ends the round from there', async ({ house }) => {
  const { page } = await house.visit('eier')
  await send(page, 'POST', `/api/behovsmeldinger/${house.documentId}/rounds`, { deadline: '2027-06-01', note: '' })
  await expect(page.getByRole('region', { name: 'Runde 1 om versjon 1' })).toBeVisible()
  await enter(field(page, background))
  await typeAtEnd(field(page, background), ' Vi møtes hver måned.')
  const dialog = await openLock(page)
  await expect(dialog.getByText(`Har ikke uttalt seg ennå: ${union}.`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Avslutt runde 1 …' }).click()
  await expect(lockWindow(page)).toHaveCount(0)
  const closing = page.getByRole('dialog', { name: 'Avslutt runde 1' })
  const { rounds } = (await send(page, 'GET', `/api/behovsmeldinger/${house.documentId}/medbestemmelse`)).json as { rounds: readonly { openedAt: string }[] }
  const proposed = await closing.getByLabel('Når møtet var').inputValue()
  expect(proposed >= inNorway(new Date(rounds[0]?.openedAt ?? '')) && proposed <= inNorway(new Date()), proposed).toBe(true)
  await closing.getByRole('button', { name: 'Avslutt runde 1' }).click()
  await expect(closing).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Lås …' })).toBeFocused()
  const again = await openLock(page)
  await expect(again.getByText(`Uttalte seg ikke: ${union}.`)).toBeVisible()
  await again.getByRole('button', { name: 'Åpne en ny runde …' }).click()
  await expect(page.getByRole('dialog', { name: 'Åpne runde 2 i medbestemmelse' })).toBeVisible()
})

test('a statement that is too large: one is told how large it may be, and nothing of it is lost', async ({ house }) => {
  const [{ page: eier }, { page }] = await Promise.all([house.visit('eier'), house.visit('tillitsvalgt')])
  await expect(saved(eier)).toBeVisible()
  await openRound(eier, 1, '')
  await page.goto(`/b/${house.documentId}/runde/1`)
  const whole = 'x'.repeat(600_000)
  await enter(statementBox(page))
  await page.keyboard.insertText(whole)
  await expect(wordForm(page, 1).getByText('Teksten er for stor til å tas imot: høyst 100 kB, omtrent 80 000 tegn.')).toBeVisible()
  await page.reload()
  await expect.poll(async () => (await statementBox(page).textContent())?.length).toBe(whole.length)
})
