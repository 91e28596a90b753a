import type { Locator, Page } from 'playwright/test'
import { expect, test } from '../fixture/house.ts'
import { background, chooseInMenu, enter, field, hasFocus, saved, tiltak, typeAtEnd } from '../fixture/page.ts'

const reading = 'Lesing i alle fag'
/** A text of a tiltak; while it is empty its name says that it must be filled in. */
const inReading = (page: Page, question: string): Locator => tiltak(page, reading).getByRole('textbox', { name: new RegExp(`^${question}`) })
const plan = (page: Page): Locator => inReading(page, 'Beskriv hvordan dette tiltaket er forankret i langsiktig plan')
const training = (page: Page): Locator => inReading(page, 'Beskriv hvordan dette samarbeidet bidrar')
const tool = (page: Page, name: string): Locator => page.getByRole('toolbar', { name: 'Formatering' }).getByRole('button', { name: new RegExp(`^${name}`) })

/** Goes from the text to a button of its toolbar and presses it: Tab once, then arrows. */
async function press (page: Page, name: string): Promise<void> {
  await page.keyboard.press('Tab')
  const wanted = tool(page, name)
  for (let step = 0; step < 20 && !await hasFocus(wanted); step++) await page.keyboard.press('ArrowRight')
  await expect(wanted).toBeFocused()
  await page.keyboard.press('Enter')
}

async function paste (box: Locator, html: string, plain: string): Promise<void> {
  await box.evaluate((element, { html, plain }) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    clipboardData.setData('text/plain', plain)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, { html, plain })
}

test('the toolbar works by keyboard alone, and the other sees what it made', async ({ house }) => {
  const [eier, uh] = await Promise.all([house.visit('eier'), house.visit('uh')])
  const { page } = eier
  await plan(page).focus()
  await expect(page.getByRole('toolbar', { name: 'Formatering' })).toBeVisible()
  await press(page, 'Fet')
  await expect(plan(page)).toBeFocused()
  await page.keyboard.type('Fett')
  await expect(tool(page, 'Fet')).toHaveAttribute('aria-pressed', 'true')
  await press(page, 'Fet')
  await press(page, 'Kursiv')
  await page.keyboard.type(' og skrått')
  await page.keyboard.press('Enter')
  await press(page, 'Overskrift')
  await page.keyboard.type('Over')
  await page.keyboard.press('Enter')
  await press(page, 'Punktliste')
  await page.keyboard.type('prikk')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await press(page, 'Nummerert liste')
  await page.keyboard.type('nummer')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')

  await press(page, 'Lenke')
  const dialog = page.getByRole('dialog', { name: 'Sett inn lenke' })
  await expect(dialog.getByRole('textbox', { name: 'Adresse' })).toBeFocused()
  await page.keyboard.type('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/Dette er ikke en adresse vi kan lenke til/)).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Adresse' }).fill('samarbeid.example/plan')
  await page.keyboard.press('Tab')
  await page.keyboard.type('planen vår')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(plan(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await press(page, 'Sett inn tabell')
  await page.keyboard.type('Hva')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Hvem')
  await expect(plan(page)).toBeFocused()

  const seen = plan(uh.page)
  await expect(seen.locator('strong')).toHaveText('Fett')
  await expect(seen.locator('em')).toHaveText('og skrått')
  await expect(seen.getByRole('heading', { name: 'Over' })).toBeAttached()
  await expect(seen.locator('ul > li')).toHaveText(['prikk'])
  await expect(seen.locator('ol > li')).toHaveText(['nummer'])
  await expect(seen.getByRole('link', { name: 'planen vår' })).toHaveAttribute('href', 'https://samarbeid.example/plan')
  await expect(seen.locator('tr')).toHaveCount(3)
  await expect(seen.locator('th')).toHaveText(['Hva', 'Hvem', ''])
  await expect(seen.locator('a[href^="javascript"]')).toHaveCount(0)
})

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-number-format:bullet;} --></style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=NO-BOK style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoNormal style='margin-bottom:8pt'><b style='mso-bidi-font-weight:normal'><span style='font-size:14.0pt;color:#2F5496'>Slik vil vi gjøre det<o:p></o:p></span></b></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=NN-NO>første samling<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>andre samling<o:p></o:p></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'><td width=200 valign=top style='border:solid windowtext 1.0pt;padding:0cm 5.4pt'><p class=MsoNormal>Vår<o:p></o:p></p></td><td width=200><p class=MsoNormal><i>Høst</i><o:p></o:p></p></td></tr></table>
<p class=MsoNormal>Se <a href="javascript:void(0)" style='color:blue'>skjult felle</a> og <a href="https://samarbeid.example">nettsiden</a>.<script>document.title='tatt'</script><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`

test('what is pasted from Word comes without its debris', async ({ house }) => {
  const [eier, uh] = await Promise.all([house.visit('eier'), house.visit('uh')])
  await enter(plan(eier.page))
  await paste(plan(eier.page), fromWord, 'Slik vil vi gjøre det')
  await expect(saved(eier.page)).toBeVisible()
  for (const { page } of [eier, uh]) {
    const box = plan(page)
    await expect(box.locator('strong')).toHaveText('Slik vil vi gjøre det')
    await expect(box.locator('ul > li')).toHaveText(['første samling', 'andre samling'])
    await expect(box.locator('tr').first().locator('td, th')).toHaveText(['Vår', 'Høst'])
    await expect(box.getByRole('link')).toHaveText(['nettsiden'])
    await expect(box).toContainText('Se skjult felle og nettsiden.')
    expect(await box.evaluate(element => element.innerHTML)).not.toMatch(/mso|windowtext|Calibri|<o:|<font|javascript|color:/i)
  }
  expect(await eier.page.title()).not.toBe('tatt')
})

test('an image is asked for its text and seen by the other; what is no image, or too large, is refused in words', async ({ house }) => {
  const [eier, uh] = await Promise.all([house.visit('eier'), house.visit('uh')])
  const { page } = eier
  const choose = async (file: { readonly name: string, readonly mimeType: string, readonly buffer: Buffer }): Promise<void> => {
    await enter(training(page))
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tool(page, 'Sett inn bilde').click()])
    await chooser.setFiles(file)
  }
  const dialog = page.getByRole('dialog', { name: 'Bilde i teksten' })
  await choose({ name: 'kart.png', mimeType: 'image/png', buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 40 } }) })
  await dialog.getByRole('button', { name: 'Bruk bildet' }).click()
  await expect(dialog.getByText('Skriv hva bildet viser, eller kryss av for at det bare er pynt.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Alternativ tekst' }).fill('Kart over de tre kommunene')
  await dialog.getByRole('button', { name: 'Bruk bildet' }).click()
  const image = training(uh.page).getByRole('img', { name: 'Kart over de tre kommunene' })
  await image.scrollIntoViewIfNeeded()
  await expect.poll(() => image.evaluate(element => element instanceof HTMLImageElement ? element.naturalWidth : 0)).toBe(60)
  await expect(dialog).toHaveCount(0)

  await choose({ name: 'plan.png', mimeType: 'image/png', buffer: Buffer.from('Dette er bare tekst.') })
  await dialog.getByRole('textbox', { name: 'Alternativ tekst' }).fill('Ikke et bilde')
  await dialog.getByRole('button', { name: 'Bruk bildet' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Bildet må være PNG, JPEG eller WebP.' })).toBeVisible()
  await choose({ name: 'stort.png', mimeType: 'image/png', buffer: Buffer.alloc(11 * 1024 * 1024) })
  await expect(page.getByRole('status').filter({ hasText: 'Bildet er større enn 10 MB.' })).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await choose({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  await expect(page.getByRole('status').filter({ hasText: 'Bildet må være PNG, JPEG eller WebP.' })).toBeVisible()
  for (const each of [eier, uh]) await expect(training(each.page).getByRole('img')).toHaveCount(1)
})

test('others’ edits throw nobody out: focus and caret stay while they write above and remove a tiltak beside', async ({ house }) => {
  const [eier, uh] = await Promise.all([house.visit('eier'), house.visit('uh')])
  const { page } = eier
  const box = inReading(page, 'Eiers tilskudd skal brukes')
  await enter(box)
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < 'Frikjøp'.length; step++) await page.keyboard.press('ArrowRight')
  const others = inReading(uh.page, 'Eiers tilskudd skal brukes')
  await enter(others)
  await uh.page.keyboard.press('Control+Home')
  await Promise.all([
    page.keyboard.type('[eiers egne ord, uten opphold]', { delay: 15 }),
    uh.page.keyboard.type('Først står det noe nytt her. ', { delay: 15 }),
    tiltak(uh.page, 'Nærvær – et felles ansvar').waitFor(),
  ])
  // A paragraph parted under somebody's letters leaves those on their way where it was parted: they have come first.
  await expect(others).toContainText('Frikjøp[eiers egne ord, uten opphold]')
  await uh.page.keyboard.press('Enter')
  await chooseInMenu(tiltak(uh.page, 'Nærvær – et felles ansvar'), 'Fjern')
  await expect(tiltak(page, 'Nærvær – et felles ansvar')).toHaveCount(0)
  expect(await hasFocus(box)).toBe(true)
  await expect(box).toBeInViewport()
  await page.keyboard.type(' og videre')
  for (const each of [eier, uh]) {
    await expect(inReading(each.page, 'Eiers tilskudd skal brukes')).toContainText('Frikjøp[eiers egne ord, uten opphold] og videre av lærere')
    await expect(inReading(each.page, 'Eiers tilskudd skal brukes')).toContainText('Først står det noe nytt her.')
  }

  const name = tiltak(page, reading).getByRole('textbox', { name: 'Navn på tiltak' })
  await name.focus()
  await page.keyboard.press('End')
  await tiltak(uh.page, reading).getByRole('textbox', { name: 'Navn på tiltak' }).focus()
  await uh.page.keyboard.press('Home')
  await uh.page.keyboard.type('Dybde og ')
  await expect(page.getByRole('heading', { name: 'Tiltak 2: Dybde og Lesing i alle fag' })).toBeVisible()
  await page.keyboard.type(' på alle trinn')
  await expect(uh.page.getByRole('heading', { name: 'Tiltak 2: Dybde og Lesing i alle fag på alle trinn' })).toBeVisible()
  await typeAtEnd(field(page, background), ' Ferdig.')
  await expect(field(uh.page, background)).toContainText('Ferdig.')
})

test('the page keeps its length under one who scrolls through it for the first time', async ({ house }) => {
  const { page } = await house.visit('leser')
  // What was never laid out has the height that is guessed for all of them, which some have in truth.
  await expect.poll(() => page.evaluate(() => [...document.querySelectorAll('.ss-form .ss-field')].filter(field => getComputedStyle(field).contentVisibility === 'auto' && Math.abs(field.getBoundingClientRect().height - 144) < 0.01).length)).toBeLessThan(5)
  const length = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight)
  const before = await length()
  for (const title of await page.getByRole('heading', { level: 2 }).all()) {
    await title.scrollIntoViewIfNeeded()
    // Less than a line, of a page of eighteen screens.
    expect(Math.abs(await length() - before)).toBeLessThan(24)
  }
  expect(before).toBeGreaterThan(10_000)
})
