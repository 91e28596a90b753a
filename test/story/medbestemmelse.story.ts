import { strFromU8, unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from '../fixture/house.ts'
import { announced, background, chooseInMenu, enter, field, hasFocus, inNewName, saved, tiltak, typeAtEnd } from '../fixture/page.ts'
import { draftKept, fillWord, frozen, giveWord, joinAs, openClosing, openMoving, openRound, saidBy, send, statementBox, wordForm } from '../fixture/round.ts'

const [first, second] = ['Aslaug Strand', 'Per Havn']
const [statement, again] = ['Vi savner midler til vikarer.', 'Vi savner fortsatt midler til vikarer.']

const closing = { heldAt: '2026-03-04T10:00', place: '', attendants: [], bases: [], agreed: '', notAgreed: '' }

const dayAfter = (day: string): string => new Date(Date.parse(day) + 24 * 3_600_000).toISOString().slice(0, 10)
const inWords = (day: string): string => new Intl.DateTimeFormat('nb', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day))

async function tabTo (page: Page, wanted: Locator, most: number): Promise<void> {
  for (let step = 0; step < most && !await hasFocus(wanted); step++) await page.keyboard.press('Tab')
  await expect(wanted).toBeFocused()
}

test('a round: told of, read, disagreed with, taken back and said anew, closed; the protokoll holds every word', async ({ house }) => {
  const [{ page: eier }, { page: uh }, { page: union }, { page: leser }] = await Promise.all([house.visit('eier'), house.visit('uh'), house.visit('tillitsvalgt'), house.visit('leser')])
  const other = await joinAs(house, eier, 'Tillitsvalgt', second)
  const api = `/api/behovsmeldinger/${house.documentId}`
  let moved: readonly string[] = []

  await test.step('the eier opens a round: everybody is told, and a tillitsvalgt can write no more', async () => {
    await expect(union.getByRole('button', { name: 'Legg til tiltak', exact: true })).toBeVisible()
    await openRound(eier, 1, 'Se særlig på summene.')
    await expect(union.getByRole('heading', { name: 'Versjon 1 venter på deg' })).toBeVisible()
    await expect(announced(union, 'Runde 1 i medbestemmelse er åpnet.')).toBeAttached()
    // Every box is for suggesting now (`suggest.story.ts`), and nothing is put in.
    await expect(union.getByRole('button', { name: 'Legg til tiltak', exact: true })).toHaveCount(0)
    await expect(union.getByText(/^I medbestemmelse foreslår du/)).toBeVisible()
    await expect(field(uh, 'Eier')).toBeEditable()
    await expect(leser.getByRole('region', { name: 'Runde 1 om versjon 1' })).toContainText('0 av 2 tillitsvalgte har uttalt seg.')
    await expect(eier.getByRole('button', { name: 'Avslutt runden …' })).toBeVisible()
  })

  await test.step('in a tillitsvalgt’s list stands what is asked of them, and leads there', async () => {
    await union.goto('/')
    await union.getByRole('listitem').filter({ hasText: 'Behovsmelding 2024' }).getByRole('link', { name: /^Les versjon 1 og uttal deg, frist / }).click()
    await expect(union.getByRole('heading', { level: 1, name: 'Runde 1: versjon 1' })).toBeVisible()
    await expect(union.getByText('Se særlig på summene.')).toBeVisible()
    await expect(frozen(union, 1).getByRole('article', { name: 'Skjema' })).toBeVisible()
  })

  await test.step('nothing is given that lacks something; what is written is kept, for its author alone', async () => {
    await giveWord(union, 1)
    await expect(wordForm(union, 1).getByText('Velg hva du sier.')).toBeVisible()
    await fillWord(union, 1, 'Uenig', statement)
    await expect(draftKept(union)).toBeVisible()
    for (const page of [eier, uh, leser, other]) expect(JSON.stringify(await send(page, 'GET', `${api}/medbestemmelse`))).not.toContain(statement)
    await union.reload()
    await expect(statementBox(union)).toContainText(statement)
  })

  await test.step('given by the button that names the version; all who look see it at once', async () => {
    await expect(wordForm(union, 1)).toContainText('Du sier «Uenig» om versjon 1')
    await giveWord(union, 1)
    await expect(saidBy(union, first, 1)).toContainText(statement)
    const panel = eier.getByRole('complementary')
    await expect(panel.getByRole('list', { name: 'Hvem som har uttalt seg' }).getByRole('listitem').filter({ hasText: first })).toContainText('Uenig')
    await expect(panel.getByRole('listitem').filter({ hasText: second })).toContainText('Ikke uttalt seg ennå')
    await expect(announced(eier, `${first} sier Uenig om versjon 1.`)).toBeAttached()
  })

  await test.step('withdrawn and given anew: both stay', async () => {
    await union.getByRole('button', { name: 'Trekk uttalelsen' }).click()
    await expect(saidBy(union, first, 1)).toContainText('Trukket')
    await expect(statementBox(union)).toContainText(statement)
    await fillWord(union, 1, 'Uenig', again)
    await giveWord(union, 1)
    await expect(saidBy(union, first, 1)).toHaveCount(2)
    await expect(saidBy(union, first, 1).filter({ hasText: again })).not.toContainText('Trukket')
  })

  await test.step('a leser sees all of it, and can do nothing, by hand or by script', async () => {
    await leser.goto(`/b/${house.documentId}/runde/1`)
    await expect(saidBy(leser, first, 1)).toHaveCount(2)
    await expect(leser.getByRole('heading', { name: '1 har ikke uttalt seg' })).toBeVisible()
    await expect(leser.getByRole('radio', { name: 'Enig', exact: true })).toHaveCount(0)
    const tried = await Promise.all([
      send(leser, 'POST', `${api}/rounds/1/stance`, { hash: '', stance: 'enig', union: 'X', basis: 'ks-b', statement: null }), send(leser, 'DELETE', `${api}/rounds/1/stance`),
      send(leser, 'POST', `${api}/rounds/1/close`, closing), send(leser, 'POST', `${api}/rounds`, { deadline: '2999-01-01', note: '' }),
    ])
    expect(tried.map(answer => answer.status)).toEqual([403, 403, 403, 403])
  })

  await test.step('the text goes on changing, and everybody sees at once how far it has come', async () => {
    await typeAtEnd(field(uh, background), ' Vi møtes hver måned.')
    await field(uh, 'Eier').fill('Nordvik og Fjellstad kommuner')
    await chooseInMenu(tiltak(uh, 'Nærvær – et felles ansvar'), 'Fjern')
    await expect(saved(uh)).toBeVisible()
    for (const page of [eier, uh]) await expect(page.getByRole('main').getByText('Teksten er endret siden versjon 1: 2 svar endret, 1 fjernet.')).toBeVisible()
    await eier.getByRole('main').getByRole('link', { name: 'Se endringene' }).click()
    await expect(eier.locator('ins').filter({ hasText: 'Vi møtes hver måned.' })).toBeVisible()
    await eier.goBack()
  })

  await test.step('the eier gives more time: everybody’s page has the new deadline at once, and says what it was', async () => {
    const dialog = await openMoving(eier, 1)
    const [was, move] = [await dialog.getByLabel('Frist for å uttale seg').inputValue(), dialog.getByRole('button', { name: 'Flytt fristen', exact: true })]
    await move.click()
    await expect(dialog.getByText('Dette er fristen nå. Velg en annen dag.')).toBeVisible()
    await dialog.getByLabel('Frist for å uttale seg').fill(dayAfter(was))
    await move.click()
    await expect(dialog).toHaveCount(0)
    await expect(eier.getByRole('button', { name: 'Flytt fristen …' })).toBeFocused()
    for (const page of [union, other, leser, eier]) await expect(page.getByText(`Flyttet fra ${inWords(was)} av Ingrid Nordvik`).first()).toBeVisible()
    for (const page of [union, other]) await expect(announced(page, `Fristen for runde 1 er flyttet til ${inWords(dayAfter(was))}.`)).toBeAttached()
    await expect(leser.getByRole('button', { name: 'Flytt fristen …' })).toHaveCount(0)
    moved = [`Fra ${inWords(was)} til ${inWords(dayAfter(was))}`, inWords(dayAfter(was))]
  })

  await test.step('the eier closes the round with what belongs in its protokoll', async () => {
    const dialog = await openClosing(eier, 1)
    await expect(dialog.getByText(`Har ikke uttalt seg: ${second}.`)).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Sted' }).fill('Rådhuset')
    const basis = (party: string, name: string): Locator => dialog.getByRole('group', { name: `Grunnlag: ${party}` }).getByRole('checkbox', { name })
    await expect(basis('Eier', 'Hovedavtalen KS, del B')).toBeChecked()
    await expect(basis('Universitet/høgskole', 'Hovedavtalen i staten')).toBeChecked()
    await expect(basis('Universitet/høgskole', 'Hovedavtalen KS, del B')).not.toBeChecked()
    await expect(basis('Arbeidstakerne', 'Hovedavtalen KS, del B')).toBeChecked()
    await basis('Arbeidstakerne', 'Hovedavtalen i staten').check()
    await dialog.getByRole('textbox', { name: 'UHs syn (valgfritt)' }).fill('Universitetet kan stille med to veiledere.')
    await dialog.getByRole('button', { name: 'Fjern Tor Fjellheim' }).click()
    await dialog.getByRole('button', { name: 'Angre fjerning av Tor Fjellheim' }).click()
    await dialog.getByRole('button', { name: 'Legg til deltaker' }).click()
    await dialog.getByRole('button', { name: 'Avslutt runde 1' }).click()
    await expect(dialog.getByText('Skriv navnet, eller fjern raden.')).toBeVisible()
    await dialog.getByRole('group', { name: 'Deltaker 5' }).getByRole('textbox', { name: 'Navn' }).fill('Åse Vik')
    await dialog.getByRole('textbox', { name: 'Hva partene er enige om (valgfritt)' }).fill('Målene står fast.')
    await dialog.getByRole('textbox', { name: 'Hva partene ikke er enige om, og hvorfor (valgfritt)' }).fill('Vikarer, fordi rammen er gitt.')
    await dialog.getByRole('button', { name: 'Avslutt runde 1' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(announced(leser, 'Runde 1 i medbestemmelse er avsluttet.')).toBeAttached()
    await expect(eier.getByRole('list', { name: 'Hvem som har uttalt seg' }).getByRole('listitem').filter({ hasText: second })).toContainText('Uttalte seg ikke')
    await expect(field(union, 'Eier').or(union.getByRole('heading', { level: 1 }))).toBeVisible()
  })

  await test.step('those who took part are put in the form’s own table, never doubled, and taken out again by one undo', async () => {
    const names = (): Promise<string[]> => eier.getByRole('table', { name: 'Hvem som har deltatt' }).getByRole('textbox', { name: /Navn/ }).evaluateAll(boxes => boxes.map(box => (box as HTMLTextAreaElement).value))
    const before = await names()
    const put = eier.getByRole('button', { name: 'Sett dem inn i skjemaet' })
    await put.click()
    await expect(eier.getByText('5 deltakere er satt inn under «Hvem som har deltatt».')).toBeVisible()
    await expect.poll(names).toEqual([...before, 'Ingrid Nordvik', 'Tor Fjellheim', first, second, 'Åse Vik'])
    await eier.getByRole('complementary').getByRole('button', { name: 'Angre' }).click()
    await expect.poll(names).toEqual(before)
    await put.click()
    await expect(saved(eier)).toBeVisible()
    await eier.reload()
    await expect.poll(names).toEqual([...before, 'Ingrid Nordvik', 'Tor Fjellheim', first, second, 'Åse Vik'])
    await expect(eier.getByRole('link', { name: 'Protokoll fra runde 1' })).toBeVisible()
    await expect(put).toHaveCount(0)
  })

  await test.step('the protokoll’s page and both its files hold every word', async () => {
    const words = [...moved, 'Rådhuset', first, second, 'Åse Vik', 'Utdanningsforbundet', again, 'Målene står fast.', 'Vikarer, fordi rammen er gitt.', 'Universitetet kan stille med to veiledere.', 'Hovedavtalen KS, del B (Utdanningsforbundet)']
    await leser.goto(`/b/${house.documentId}/runde/1/protokoll`)
    await expect(leser.getByRole('heading', { level: 1, name: 'Protokoll fra medbestemmelse, runde 1' })).toBeVisible()
    await expect(leser.getByRole('listitem').filter({ hasText: 'Universitet/høgskole: Hovedavtalen i staten' })).toBeVisible()
    await expect(leser.getByRole('region', { name: 'Partenes syn' }).getByRole('heading', { level: 3 })).toHaveText(['Eier', 'Universitet/høgskole', 'Arbeidstakerne'])
    const get = async (format: string): Promise<Uint8Array> => new Uint8Array(await (await leser.request.get(`${api}/rounds/1/protokoll.${format}`)).body())
    const docx = strFromU8(unzipSync(await get('docx'))['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '')
    const { text: pdf } = await extractText(await getDocumentProxy(await get('pdf')), { mergePages: true })
    for (const word of words) {
      await expect(leser.getByRole('main')).toContainText(word)
      expect(docx).toContain(word)
      expect(pdf.replaceAll(/\s+/g, ' ')).toContain(word)
    }
    // What was taken back is said to have been, and no more.
    for (const text of [await leser.getByRole('main').innerText(), docx, pdf]) expect(text).not.toContain(statement)
    await expect(saidBy(leser, first, 1).filter({ hasText: 'Trukket' })).toHaveCount(1)
  })
})

test('the next round: what is new is marked, what was said of the older version is shown as just that, and keyboard alone is enough', async ({ house }) => {
  const [{ page: eier }, { page: union }] = await Promise.all([house.visit('eier'), house.visit('tillitsvalgt')])
  const other = await joinAs(house, eier, 'Tillitsvalgt', second)
  const api = `/api/behovsmeldinger/${house.documentId}`
  const opened = await send(eier, 'POST', `${api}/rounds`, { deadline: '2027-06-01', note: '' })
  const { hash } = opened.json as { hash: string }
  for (const page of [union, other]) await send(page, 'POST', `${api}/rounds/1/stance`, { hash, stance: 'uenig', union: 'Fagforbundet', basis: 'ks-b', statement: null })
  // Closed from elsewhere under one who was about to move its deadline: that window is over with it, and does not come back with the next round.
  const moving = await openMoving(eier, 1)
  await expect(moving).toBeVisible()
  expect((await send(eier, 'POST', `${api}/rounds/1/close`, closing)).status).toBe(200)
  await expect(moving).toHaveCount(0)
  await typeAtEnd(field(eier, background), ' Vi møtes hver måned.')
  await chooseInMenu(tiltak(eier, 'Nærvær – et felles ansvar'), 'Fjern')
  await eier.getByRole('button', { name: 'Legg til tiltak' }).click()
  // Typed before one is there, a space would press the button again.
  await inNewName(eier)
  await eier.keyboard.type('Et nytt tiltak')
  await expect(saved(eier)).toBeVisible()
  await openRound(eier, 2, '')
  await expect(eier.getByRole('complementary').getByRole('button', { name: 'Flytt fristen …' })).toBeVisible()

  await test.step('what was said of version 1 is no word on version 2', async () => {
    const line = eier.getByRole('complementary').getByRole('article', { name: 'Runde 2 om versjon 2' }).getByRole('listitem').filter({ hasText: first })
    await expect(line).toContainText('Ikke uttalt seg ennå')
    await expect(line).toContainText('sa «Uenig» om versjon 1')
  })

  const asked = frozen(union, 2)
  await test.step('what is new since version 1 stands marked where it is, with its words, and one goes from one to the next', async () => {
    await union.goto(`/b/${house.documentId}/medbestemmelse`)
    await expect(asked.getByText('Nytt siden versjon 1: 1 svar endret, 1 lagt til, 1 fjernet.')).toBeVisible()
    const next = union.getByRole('button', { name: 'Neste som er nytt' })
    await next.click()
    await expect(asked.locator('ins').filter({ hasText: 'Vi møtes hver måned.' })).toBeInViewport()
    await next.click()
    await expect(asked.getByText('Nr. 2 Nærvær – et felles ansvar')).toBeInViewport()
    await next.click()
    await expect(asked.getByText('Lagt til siden versjon 1')).toBeInViewport()
    await union.getByRole('switch', { name: 'Vis ordene' }).uncheck()
    await expect(asked.locator('ins:visible')).toHaveCount(0)
    await union.getByLabel('Marker det som er nytt siden').selectOption('')
    await expect(asked.getByText('Nytt siden versjon 1')).toHaveCount(0)
  })

  await test.step('beside the living text, which follows what is written', async () => {
    await union.getByText('Side ved side', { exact: true }).click()
    const living = union.getByRole('region', { name: 'Teksten nå' })
    await field(eier, 'Kompetansenettverk').fill('Indre Midtfjord')
    await expect(living.getByText('Indre Midtfjord')).toBeVisible()
    await expect(living.getByText('Teksten er endret siden versjon 2: 1 svar endret.')).toBeVisible()
    await expect(asked.getByText('Ytre Midtfjord')).toBeVisible()
    // On a telephone there is room for one: it is the version that is shown, and said to be.
    const reading = union.getByRole('group', { name: 'Hva du leser' }).getByRole('radio')
    await union.setViewportSize({ width: 390, height: 844 })
    await expect(reading).toHaveCount(2)
    await expect(union.getByRole('radio', { name: 'Versjon 2', exact: true })).toBeChecked()
    await expect(living).toHaveCount(0)
    await union.setViewportSize({ width: 1440, height: 900 })
    await expect(union.getByRole('radio', { name: 'Side ved side' })).toBeChecked()
    await expect(living).toBeVisible()
    await union.getByRole('group', { name: 'Hva du leser' }).getByText('Versjon 2', { exact: true }).click()
  })

  await test.step('keyboard alone: read, say, give', async () => {
    await other.goto(`/b/${house.documentId}`)
    await tabTo(other, other.getByRole('main').getByRole('link', { name: 'Les versjon 2 og uttal deg' }), 40)
    await other.keyboard.press('Enter')
    await expect(other.getByRole('heading', { level: 1, name: 'Runde 2: versjon 2' })).toBeVisible()
    const form = wordForm(other, 2)
    await tabTo(other, form.getByRole('radio', { name: 'Enig', exact: true }), 60)
    await other.keyboard.press('Space')
    await tabTo(other, form.getByRole('radio', { name: 'Hovedavtalen KS, del B' }), 5)
    await tabTo(other, statementBox(other), 5)
    await other.keyboard.type('Dette er bedre.')
    await tabTo(other, form.getByRole('button', { name: 'Gi uttalelsen om versjon 2' }), 5)
    await other.keyboard.press('Enter')
    await expect(saidBy(other, second, 2)).toContainText('Dette er bedre.')
    await expect.poll(() => hasFocus(other.getByRole('region', { name: 'Det du sier om versjon 2' }))).toBe(true)
    await expect(saidBy(union, second, 2)).toContainText('Enig')
  })
})

test('what one is about to say survives the tunnel and the tab, says where it is, and follows to another machine', async ({ house, browser }) => {
  const [{ page: eier }, { page: union, tunnel, context }] = await Promise.all([house.visit('eier'), house.visit('tillitsvalgt')])
  const api = `/api/behovsmeldinger/${house.documentId}`
  await send(eier, 'POST', `${api}/rounds`, { deadline: '2027-06-01', note: '' })
  await union.goto(`/b/${house.documentId}/runde/1`)
  await enter(statementBox(union))
  await union.keyboard.type('Skrevet på nett.')
  await expect(draftKept(union)).toBeVisible()
  const here = wordForm(union, 1).getByText('Uten nett. Utkastet ligger på denne maskinen og sendes når nettet er tilbake.')

  await test.step('without network it stays on this machine, and says so', async () => {
    tunnel.cut()
    await union.keyboard.type(' Skrevet i tunnelen.')
    await expect(here).toBeVisible()
    await union.close()
  })
  const back = await context.newPage()
  await test.step('the tab closed in between, it is there again and goes to the server', async () => {
    await tunnel.mend()
    await back.goto(`${tunnel.baseUrl}/b/${house.documentId}/runde/1`)
    await expect(statementBox(back)).toContainText('Skrevet på nett. Skrevet i tunnelen.')
    await expect(draftKept(back)).toBeVisible()
  })
  await test.step('on another machine one goes on with it, and of two nobody’s words are thrown away unasked', async () => {
    const session = (await context.cookies()).map(cookie => ({ ...cookie, url: house.server.baseUrl, domain: undefined, path: undefined }))
    const machine = await browser.newContext({ baseURL: house.server.baseUrl })
    await machine.addCookies(session.map(({ name, value, url }) => ({ name, value, url })))
    const page = await machine.newPage()
    await page.goto(`/b/${house.documentId}/runde/1`)
    await expect(statementBox(page)).toContainText('Skrevet i tunnelen.')
    tunnel.cut()
    await enter(statementBox(back))
    await back.keyboard.press('Control+End')
    await back.keyboard.type(' På den første.')
    await expect(wordForm(back, 1).getByText(/^Uten nett\./)).toBeVisible()
    await enter(statementBox(page))
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' På den andre.')
    await expect(draftKept(page)).toBeVisible()
    await tunnel.mend()
    await back.reload()
    await expect(back.getByText('Du har skrevet et annet utkast på en annen maskin.')).toBeVisible()
    await expect(statementBox(back)).toContainText('På den første.')
    await back.getByRole('button', { name: 'Det andre' }).click()
    await expect(statementBox(back)).toContainText('På den andre.')
    await machine.close()
  })
})
