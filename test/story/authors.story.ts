import type { Locator, Page } from 'playwright/test'
import { expect, test } from '../fixture/house.ts'
import { look } from '../fixture/look.ts'
import { background, field, saved, typeAtEnd } from '../fixture/page.ts'
import { lockBecause, reopenBecause } from '../fixture/road.ts'

const legend = (page: Page): Locator => page.getByRole('region', { name: 'De som har skrevet' })
const stretch = (page: Page, text: string): Locator => page.locator('.ss-wrote').filter({ hasText: text })

test('who wrote what is seen by colour and by name, also of what was written before a lock and without the network', async ({ house }) => {
  const [eier, uh, union] = await Promise.all([house.visit('eier'), house.visit('uh'), house.visit('tillitsvalgt', { keepsProgram: true })])
  await typeAtEnd(field(uh.page, background), ' Skrevet av UH før låsing.')
  await expect(saved(uh.page)).toBeVisible()
  await expect(field(eier.page, background)).toContainText('før låsing.')
  await lockBecause(eier.page, 'Til høring.')
  await reopenBecause(eier.page, 'Noe måtte rettes.')
  await typeAtEnd(field(uh.page, 'Kompetansenettverk'), ' og omegn')
  await expect(saved(uh.page)).toBeVisible()

  await test.step('what came in after having been without the network is said to be that', async () => {
    await expect(field(union.page, background)).toBeEditable()
    await union.goOffline()
    await expect(union.page.getByRole('banner').getByText(/Uten nett/)).toBeVisible()
    await typeAtEnd(field(union.page, background), ' Føyd til uten nett.')
    await union.tunnel.mend()
    await expect(field(eier.page, background)).toContainText('Føyd til uten nett.')
  })

  const { page } = eier
  await page.getByRole('tab', { name: /^Versjoner/ }).click()
  await page.getByRole('link', { name: 'Hvem har skrevet hva' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Hvem har skrevet hva i/ })).toBeVisible()
  await expect(page.getByText('Denne teksten begynte med versjon 1.')).toBeVisible()

  await test.step('names stand beside each question, and on each stretch for who comes there by keyboard', async () => {
    await expect(stretch(page, 'Skrevet av UH før låsing.')).toHaveAttribute('data-name', 'Tor Fjellheim')
    await expect(stretch(page, 'Føyd til uten nett.')).toHaveAttribute('data-name', /sendt inn etter å ha vært uten nett$/)
    await expect(stretch(page, 'og omegn')).toHaveText('(Tor Fjellheim:)  og omegn')
    await stretch(page, 'Skrevet av UH før låsing.').focus()
    expect(await stretch(page, 'Skrevet av UH før låsing.').evaluate(element => getComputedStyle(element, '::after').content)).toBe('"Tor Fjellheim"')
  })

  await test.step('one is chosen: only those words are coloured, and where they are is linked to', async () => {
    await look(page, 'who wrote what')
    await legend(page).getByRole('button', { name: /^Tor Fjellheim UH-kontakt/ }).click()
    await expect(page.locator('.ss-wrote[data-shown]')).toHaveCount(2)
    const places = page.getByRole('navigation', { name: 'Tor Fjellheim har skrevet i' })
    await expect(places.getByRole('link')).toHaveText(['Om behovsmeldingen', 'Bakgrunnsinformasjon'])
    await places.getByRole('link', { name: 'Bakgrunnsinformasjon' }).click()
    await expect(page.getByRole('heading', { name: 'Bakgrunnsinformasjon' })).toBeInViewport()
    await legend(page).getByRole('button', { name: /^Tor Fjellheim UH-kontakt/ }).click()
    expect(await page.locator('.ss-wrote[data-shown]').count()).toBeGreaterThan(20)
  })

  await page.getByRole('link', { name: 'Til behovsmeldingen' }).click()
  await expect(field(page, background)).toContainText('Føyd til uten nett.')
})
