import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from '../fixture/house.ts'
import { background, enter, field, saved, typeAtEnd, typeTogether } from '../fixture/page.ts'
import { signIn } from '../fixture/server.ts'
import { join, until } from '../fixture/writer.ts'
import { extractText, getDocumentProxy } from 'unpdf'
import type { Page } from 'playwright/test'

const firstTiltak = /^Tiltak 1: /
const inTiltak = (page: Page, name: string) => page.getByRole('region', { name: firstTiltak }).getByRole('textbox', { name, exact: true })

test('three people write one behovsmelding live, and the coordinator locks it', async ({ house }) => {
  const [eier, uh, tillitsvalgt] = await Promise.all([house.visit('eier'), house.visit('uh', { keepsProgram: true }), house.visit('tillitsvalgt')])
  const pages = [eier.page, uh.page, tillitsvalgt.page]

  await test.step('in the same section and the same tiltak at once', async () => {
    await typeTogether([
      { box: field(eier.page, background), words: ' Kommunen ser helheten.' },
      { box: field(uh.page, background), words: ' Høgskolen følger opp.' },
      { box: field(tillitsvalgt.page, background), words: ' De ansatte er hørt.' },
    ])
    for (const page of pages) {
      const box = field(page, background)
      for (const words of ['Kommunen ser helheten.', 'Høgskolen følger opp.', 'De ansatte er hørt.']) await expect(box).toContainText(words)
    }
    const texts = await Promise.all(pages.map(page => field(page, background).evaluate(box => box.textContent)))
    expect(new Set(texts).size).toBe(1)
    await inTiltak(uh.page, 'Navn på tiltak').fill('Språkmiljø i hele regionen')
    await expect(inTiltak(eier.page, 'Navn på tiltak')).toHaveValue('Språkmiljø i hele regionen')
  })

  await test.step('each other’s carets and places are seen', async () => {
    await enter(field(uh.page, background))
    await expect(field(eier.page, background).locator('.ss-caret[data-name="Tor Fjellheim"]')).toBeAttached()
    await expect(eier.page.getByRole('button', { name: '3 personer her nå' })).toBeVisible()
  })

  await test.step('amounts add up in all three', async () => {
    const amount = inTiltak(uh.page, 'Tilskudd til UH')
    await amount.fill('Kr 410.000,-')
    await amount.press('Tab')
    for (const page of pages) {
      await expect(inTiltak(page, 'Tilskudd til UH')).toHaveValue(/^410\s000$/)
      await expect(page.getByRole('region', { name: firstTiltak }).getByRole('status', { name: 'Sum totalt' })).toHaveText(/650\s000/)
    }
    const row = uh.page.getByRole('textbox', { name: 'Regional ordning UH' })
    await row.fill('466 tusen')
    await row.press('Tab')
    await expect(row).toHaveValue('466 tusen')
    await expect(eier.page.getByRole('textbox', { name: 'Regional ordning UH' })).toHaveValue('466 tusen')
    await expect(row).toHaveAttribute('aria-invalid', 'true')
    await row.fill('466 000')
    await row.press('Tab')
    await expect(eier.page.getByRole('textbox', { name: 'Regional ordning UH' })).toHaveValue(/^466\s000$/)
  })

  await test.step('one goes offline, writes, closes the tab and comes back', async () => {
    await uh.goOffline()
    await expect(uh.page.getByRole('banner').getByText(/Uten nett/)).toBeVisible()
    await typeAtEnd(field(uh.page, background), ' Skrevet i tunnelen.')
    await expect(uh.page.getByRole('banner').getByText(/endring(er)? venter på denne maskinen/)).toBeVisible()
    await typeAtEnd(field(eier.page, background), ' Skrevet imens.')
    await uh.page.close({ runBeforeUnload: false })
    await uh.tunnel.mend()
    const back = await uh.context.newPage()
    await back.goto(uh.address)
    for (const page of [back, eier.page, tillitsvalgt.page]) {
      await expect(field(page, background)).toContainText('Skrevet i tunnelen.')
      await expect(field(page, background)).toContainText('Skrevet imens.')
    }
    await expect(saved(back)).toBeVisible()
    pages[1] = back
  })

  await test.step('a reader sees, and cannot write, neither by page nor by raw socket', async () => {
    const leser = await house.visit('leser')
    await expect(leser.page.getByText('Skrevet i tunnelen.')).toBeVisible()
    await expect(leser.page.locator('[contenteditable=true]')).toHaveCount(0)
    const cookies = await leser.context.cookies()
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const raw = join(house.server, cookie, house.documentId, { answers: '1' })
    await until(() => raw.provider.synced, 'the raw reader to be in')
    raw.doc.getText('text:eier').insert(0, 'FORFALSKET')
    await until(() => raw.refused().length > 0, 'the raw write to be refused')
    expect(raw.refused()).toEqual(['not-allowed'])
    await expect(eier.page.getByText('FORFALSKET')).toHaveCount(0)
    raw.leave()
    await leser.page.close()
  })

  await test.step('the coordinator locks, and all see it', async () => {
    await expect(saved(eier.page)).toBeVisible()
    await eier.page.getByRole('button', { name: 'Lås …' }).click()
    const dialog = eier.page.getByRole('dialog', { name: 'Lås behovsmeldingen' })
    await dialog.getByRole('textbox').fill('Fristen er i dag.')
    await dialog.getByRole('button', { name: 'Lås behovsmeldingen' }).click()
    for (const page of pages) {
      await expect(page.getByText('Låst som versjon 1')).toBeVisible()
      await expect(page.locator('[contenteditable=true]')).toHaveCount(0)
    }
  })

  await test.step('the DOCX and the PDF hold every text', async () => {
    const words = ['Kommunen', 'Skrevet i tunnelen.', 'Skrevet imens.', 'Språkmiljø i hele regionen']
    const versions = `/api/behovsmeldinger/${house.documentId}/versions/1`
    const get = async (ending: string): Promise<Uint8Array> => new Uint8Array(await (await eier.page.request.get(`${eier.tunnel.baseUrl}${versions}${ending}`)).body())
    const body = JSON.parse(strFromU8(await get(''))) as { values: unknown }
    const docx = strFromU8(unzipSync(await get('.docx'))['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '')
    const { text: pdf } = await extractText(await getDocumentProxy(await get('.pdf')), { mergePages: true })
    for (const word of words) {
      expect(JSON.stringify(body.values)).toContain(word)
      expect(docx).toContain(word)
      expect(pdf.replaceAll(/\s+/g, ' ')).toContain(word)
    }
    expect(await get('.docx')).toEqual(await get('.docx'))
  })
})

test('signing in by a script works as by a browser, once', async ({ house }) => {
  const cookie = await signIn(house.server, house.links.uh)
  const me = await fetch(`${house.server.baseUrl}/api/me`, { headers: { Cookie: cookie } })
  expect(await me.json()).toMatchObject({ person: { name: 'Tor Fjellheim' } })
  await expect(signIn(house.server, house.links.uh)).rejects.toThrow('410')
})
