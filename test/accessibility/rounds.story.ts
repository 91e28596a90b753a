import type { Page } from 'playwright/test'
import { expect, test } from '../fixture/house.ts'
import { enter, field, saved, typeAtEnd, background } from '../fixture/page.ts'
import { look, narrow, sizes, wide } from '../fixture/look.ts'
import { openLock } from '../fixture/road.ts'
import { openMoving, openRound, saidBy, send, statementBox, tab, wordForm } from '../fixture/round.ts'

// A table wider than a telephone.
const attendants = [
  { name: 'Ingrid Nordvik', function: 'Eierkoordinator', party: 'eier', union: '' },
  { name: 'Aslaug Strand', function: 'Hovedtillitsvalgt', party: 'arbeidstaker', union: 'Utdanningsforbundet' },
]
const closing = { heldAt: '2026-03-04T10:00', place: 'Rådhuset', bases: ['ks-b'], basisOf: { eier: ['ks-b'], arbeidstaker: [] }, views: { eier: 'Alt bør med.' }, agreed: 'Målene.', notAgreed: 'Vikarer.', attendants }
const words = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Vi savner midler.' }] }] }
const said = (hash: string, stance: string): object => ({ hash, stance, union: 'Fagforbundet', basis: 'ks-b', statement: words })
const width = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth)

test('rounds hold against axe where the eier opens, follows and closes them', async ({ house }) => {
  const { page } = await house.visit('eier')
  const panel = page.getByRole('complementary')
  await tab(page, 'Medbestemmelse').click()
  await expect(panel.getByRole('heading', { name: 'Ingen runder ennå' })).toBeVisible()
  await look(page, 'no rounds yet', 'aside', wide)
  await page.getByRole('button', { name: 'Åpne runde 1 …' }).click()
  await page.getByRole('dialog').getByLabel('Frist for å uttale seg').fill('2020-01-01')
  await page.getByRole('dialog').getByRole('button', { name: 'Frys og åpne runde 1' }).click()
  await expect(page.getByRole('dialog').getByText('Fristen kan ikke være en dag som er over.').first()).toBeVisible()
  await look(page, 'opening a round, with a message at the field', 'dialog[open]', narrow)
  await page.keyboard.press('Escape')
  await page.setViewportSize(sizes[0])
  await openRound(page, 1, 'Se særlig på summene.')
  await expect(page.getByRole('main').getByText('Teksten er ikke endret siden versjon 1.')).toBeVisible()
  await look(page, 'a round for the eier', null, wide)
  await page.setViewportSize(sizes[0])
  const moving = await openMoving(page, 1)
  await moving.getByRole('button', { name: 'Flytt fristen', exact: true }).click()
  await expect(moving.getByText('Dette er fristen nå. Velg en annen dag.')).toBeVisible()
  await look(page, 'moving the deadline, with a message at the field', 'dialog[open]')
  await page.keyboard.press('Escape')
  await page.setViewportSize(sizes[0])
  await send(page, 'PUT', `/api/behovsmeldinger/${house.documentId}/rounds/1/deadline`, { deadline: '2027-06-01' })
  await expect(page.getByRole('complementary').getByText(/^Flyttet fra /)).toBeVisible()
  await look(page, 'a round whose deadline was moved', 'aside', wide)
  await page.getByRole('button', { name: 'Avslutt runden …' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Legg til deltaker' }).click()
  await look(page, 'closing a round', 'dialog[open]')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Sidepanel/ }).click()
  await look(page, 'the round in the drawer', 'dialog[open]', narrow)
})

test('rounds hold against axe where a tillitsvalgt reads and says, and everybody reads the protokoll', async ({ house }) => {
  const [{ page: eier }, { page }] = await Promise.all([house.visit('eier'), house.visit('tillitsvalgt')])
  const api = `/api/behovsmeldinger/${house.documentId}`
  const first = (await send(eier, 'POST', `${api}/rounds`, { deadline: '2027-06-01', note: 'Se på summene.' })).json as { hash: string }
  await expect(page.getByRole('heading', { name: 'Versjon 1 venter på deg' })).toBeVisible()
  await look(page, 'the page while a round waits')
  await page.goto('/')
  await expect(page.getByRole('listitem').filter({ hasText: 'Behovsmelding 2024' }).getByRole('link', { name: /^Les versjon 1/ })).toBeVisible()
  await look(page, 'the list with a round that waits')
  await send(page, 'POST', `${api}/rounds/1/stance`, said(first.hash, 'uenig'))
  await send(page, 'DELETE', `${api}/rounds/1/stance`)
  await send(eier, 'POST', `${api}/rounds/1/close`, closing)
  await typeAtEnd(field(eier, background), ' Vi møtes hver måned.')
  await expect(saved(eier)).toBeVisible()
  const second = (await send(eier, 'POST', `${api}/rounds`, { deadline: '2027-06-01', note: '' })).json as { hash: string }
  await page.goto(`/b/${house.documentId}/runde/2`)
  await expect(page.getByText('Nytt siden versjon 1: 1 svar endret.')).toBeVisible()
  await wordForm(page, 2).getByRole('button', { name: 'Gi uttalelsen om versjon 2' }).click()
  await expect(wordForm(page, 2).getByText('Velg hva du sier.')).toBeVisible()
  await enter(statementBox(page))
  await look(page, 'a round’s version, with what is new and messages at the form')
  await page.setViewportSize(sizes[0])
  await page.getByText('Side ved side', { exact: true }).click()
  await expect(page.getByRole('region', { name: 'Teksten nå' }).getByRole('article', { name: 'Skjema' })).toBeVisible()
  await look(page, 'beside the living text', null, wide)
  await page.getByRole('group', { name: 'Hva du leser' }).getByText('Versjon 2', { exact: true }).click()
  await send(page, 'POST', `${api}/rounds/2/stance`, said(second.hash, 'enig'))
  await expect(saidBy(page, 'Aslaug Strand', 2)).toBeVisible()
  await look(page, 'a round one has spoken in')
  await page.goto(`/b/${house.documentId}/runde/1/protokoll`)
  await expect(page.getByRole('heading', { level: 1, name: /^Protokoll/ })).toBeVisible()
  await look(page, 'a protokoll')
})

test('rounds hold against axe where somebody else was first to open one, and where a lock would end it', async ({ house }) => {
  const { page } = await house.visit('eier')
  await tab(page, 'Medbestemmelse').click()
  await page.getByRole('button', { name: 'Åpne runde 1 …' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Melding til de tillitsvalgte (valgfritt)' }).fill('Les tiltak 3 først.')
  await send(page, 'POST', `/api/behovsmeldinger/${house.documentId}/rounds`, { deadline: '2027-06-01', note: '' })
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Runde 1 er åpnet allerede' })).toBeVisible()
  await look(page, 'a round somebody else has opened', 'dialog[open]')
  await page.keyboard.press('Escape')
  await page.setViewportSize(sizes[0])
  await enter(field(page, background))
  await typeAtEnd(field(page, background), ' Vi møtes hver måned.')
  await openLock(page)
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Avslutt runde 1 …' })).toBeVisible()
  await look(page, 'a lock that would end a round', 'dialog[open]')
})

test('at 400 % nothing of a round scrolls sideways, and the panel’s tabs are all there', async ({ house }) => {
  const [{ page: eier }, { page }] = await Promise.all([house.visit('eier'), house.visit('tillitsvalgt')])
  await send(eier, 'POST', `/api/behovsmeldinger/${house.documentId}/rounds`, { deadline: '2027-06-01', note: 'Se på summene.' })
  await expect(page.getByRole('heading', { name: 'Versjon 1 venter på deg' })).toBeVisible()
  await page.setViewportSize({ width: 320, height: 256 })
  expect(await width(page), 'the page').toBeLessThanOrEqual(320)
  await page.getByRole('button', { name: /^Sidepanel/ }).click()
  const tabs = page.getByRole('tab')
  await tabs.first().focus()
  for (let step = 1; step < await tabs.count(); step++) {
    await page.keyboard.press('ArrowRight')
    await expect(tabs.nth(step)).toBeFocused()
    await expect(tabs.nth(step)).toBeInViewport({ ratio: 1 })
  }
  expect(await width(page), 'the panel').toBeLessThanOrEqual(320)
  await page.goto(`/b/${house.documentId}/runde/1`)
  await expect(page.getByRole('article', { name: 'Skjema' })).toBeVisible()
  expect(await width(page), 'the round').toBeLessThanOrEqual(320)
  const box = wordForm(page, 1).getByRole('combobox', { name: 'Organisasjonen du taler for' })
  await box.focus()
  await expect(box).toBeInViewport({ ratio: 1 })
  await page.goto(`/b/${house.documentId}/runde/1/protokoll`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await width(page), 'the protokoll').toBeLessThanOrEqual(320)
})
