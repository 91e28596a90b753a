import type { Page } from 'playwright/test'
import { expect, test } from '../fixture/house.ts'
import { background, field, inNewName, saved, tiltak, typeAtEnd, waiting } from '../fixture/page.ts'

/** Tries to close the tab as a person would. Gives whether the browser asked first. */
async function closingAsks (page: Page): Promise<boolean> {
  const asked = new Promise<boolean>(resolve => {
    page.once('dialog', dialog => {
      void dialog.dismiss()
      resolve(dialog.type() === 'beforeunload')
    })
    page.once('close', () => { resolve(false) })
  })
  await page.close({ runBeforeUnload: true })
  return asked
}

test('leaving is asked about while something is not on the server, and only then', async ({ house }) => {
  const eier = await house.visit('eier', { keepsProgram: true })
  await typeAtEnd(field(eier.page, background), ' Mens nettet var her.')
  await expect(saved(eier.page)).toBeVisible()
  await eier.goOffline()
  await expect(eier.page.getByRole('banner').getByText('Uten nett. Alt du skrev, er lagret.')).toBeVisible()
  await typeAtEnd(field(eier.page, background), ' Og uten.')
  await expect(waiting(eier.page)).toBeVisible()
  expect(await closingAsks(eier.page)).toBe(true)
  await expect(field(eier.page, background)).toContainText('Og uten.')
  await eier.tunnel.mend()
  await expect(saved(eier.page)).toBeVisible()
  expect(await closingAsks(eier.page)).toBe(false)
})

test('a hundred changes over many fields, made offline, outlive the tab', async ({ house }) => {
  const [eier, uh] = await Promise.all([house.visit('eier', { keepsProgram: true }), house.visit('uh')])
  await eier.goOffline()
  await expect(eier.page.getByRole('banner').getByText(/Uten nett/)).toBeVisible()
  const item = tiltak(eier.page, 'Lesing i alle fag')
  const words = 'i tunnelen er det mørkt'
  await typeAtEnd(field(eier.page, background), ` Bakgrunn ${words}`)
  await typeAtEnd(item.getByRole('textbox', { name: /^Beskriv hvordan tiltakene skal fremme/ }), ` Prosesser ${words}`)
  await typeAtEnd(item.getByRole('textbox', { name: 'Vedlegg' }), ` Vedlegg ${words}`)
  await typeAtEnd(field(eier.page, 'Universitet/Høgskole'), ` ${words}`)
  await item.getByRole('textbox', { name: 'Tilskudd til UH' }).fill('123 000')
  await item.getByRole('radio', { name: 'Nei' }).check()
  await eier.page.getByRole('button', { name: 'Legg til tiltak' }).click()
  await inNewName(eier.page)
  await eier.page.keyboard.type('Nytt i tunnelen')
  await expect.poll(async () => Number(/(\d+) endring/.exec(await waiting(eier.page).textContent() ?? '')?.[1])).toBeGreaterThanOrEqual(100)
  await typeAtEnd(field(uh.page, background), ' Oppe i dagen.')
  await eier.page.close({ runBeforeUnload: false })

  const dark = await eier.context.newPage()
  await dark.goto(eier.address)
  await expect(field(dark, background)).toContainText(`Bakgrunn ${words}`)
  await expect(waiting(dark)).toBeVisible()
  await dark.close({ runBeforeUnload: false })

  await eier.tunnel.mend()
  const back = await eier.context.newPage()
  await back.goto(eier.address)
  await expect(saved(back)).toBeVisible()
  for (const page of [back, uh.page]) {
    const same = tiltak(page, 'Lesing i alle fag')
    await expect(field(page, background)).toContainText('Oppe i dagen.')
    for (const [box, start] of [[field(page, background), 'Bakgrunn'], [same.getByRole('textbox', { name: /^Beskriv hvordan tiltakene skal fremme/ }), 'Prosesser'], [same.getByRole('textbox', { name: 'Vedlegg' }), 'Vedlegg']] as const) {
      await expect(box).toContainText(`${start} ${words}`)
      expect((await box.textContent() ?? '').split(words)).toHaveLength(2)
    }
    await expect(field(page, 'Universitet/Høgskole')).toHaveValue(`Høgskolen i Midtfjord ${words}`)
    await expect(same.getByRole('textbox', { name: 'Tilskudd til UH' })).toHaveValue(/^123\s000$/)
    await expect(same.getByRole('radio', { name: 'Nei' })).toBeChecked()
    await expect(page.getByRole('heading', { name: 'Tiltak 5: Nytt i tunnelen' })).toHaveCount(1)
  }
})
