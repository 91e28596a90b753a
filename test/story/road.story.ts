import type { Page } from 'playwright/test'
import { expect, test } from '../fixture/house.ts'
import { background, field, saved, typeAtEnd, typeTogether, waiting } from '../fixture/page.ts'
import { openRescue, rescueTold, rescueWindow } from '../fixture/rescue.ts'
import { askToLock, lockWindow, openLock, reopenBecause } from '../fixture/road.ts'

const textOf = (page: Page): Promise<string | null> => page.getByText(/har samarbeidet om PPT i mange år/).evaluate(element => element.parentElement?.textContent ?? null)

test('nothing wrong can be locked: the window shows what, leads there, and the server says no as well', async ({ house }) => {
  const { page } = await house.visit('eier')
  const sum = field(page, 'Regional ordning Eier')
  await sum.fill('to hundre tusen')
  await sum.press('Tab')
  await openLock(page)
  const dialog = lockWindow(page)
  await expect(dialog.getByRole('heading', { name: '1 feil må rettes først' })).toBeVisible()
  // A grey button that can be reached; a click would wait for it to become usable.
  await dialog.getByRole('button', { name: 'Lås behovsmeldingen' }).press('Enter')
  await expect(dialog).toBeVisible()
  const answer = await page.evaluate(async id => {
    const response = await fetch(`/api/behovsmeldinger/${id}/lock`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"reason":"Vi låser likevel."}' })
    return { status: response.status, body: await response.text() }
  }, house.documentId)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.body).toContain('lock-has-errors')
  await dialog.getByRole('button', { name: /^Gå dit/ }).first().click()
  await expect(dialog).toHaveCount(0)
  await expect(sum).toBeFocused()
  await expect(sum).toHaveAccessibleDescription(/Skriv bare et tall/)
  await sum.fill('240 000')
  await sum.press('Tab')
  await openLock(page)
  await expect(dialog.getByText(/feil må rettes først/)).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Lås behovsmeldingen' }).click()
  await expect(dialog.getByText('Skriv en begrunnelse.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Avbryt' }).click()
  await expect(page.getByRole('button', { name: 'Lås …' })).toBeFocused()
})

test('locked for all at once; what was written offline over the lock is not let in, and not lost', async ({ house }) => {
  const [eier, uh, reader] = await Promise.all([house.visit('eier'), house.visit('uh', { keepsProgram: true }), house.visit('leser')])
  await uh.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await uh.goOffline()
  await expect(uh.page.getByRole('banner').getByText(/Uten nett/)).toBeVisible()
  await typeAtEnd(field(uh.page, background), ' Skrevet uten nett, for sent.')
  await expect(waiting(uh.page)).toBeVisible()
  await eier.page.getByRole('button', { name: 'Legg til tiltak' }).scrollIntoViewIfNeeded()
  await askToLock(eier.page, 'Fristen er i dag.')
  await Promise.all([eier, reader].map(({ page }) => expect(page.getByText('Låst som versjon 1')).toBeVisible()))
  await expect(eier.page.getByRole('region', { name: 'Låst som versjon 1' })).toBeInViewport({ ratio: 1 })
  await expect(reader.page.getByText('Begrunnelse: Fristen er i dag.')).toBeVisible()
  await expect(eier.page.getByRole('textbox')).toHaveCount(0)

  await uh.tunnel.mend()
  await expect(uh.page.getByText('Låst som versjon 1')).toBeVisible()
  await expect(rescueTold(uh.page)).toBeVisible()
  await openRescue(uh.page)
  const rescue = rescueWindow(uh.page)
  await expect(rescue.getByText(/Skrevet uten nett, for sent\./)).toBeVisible()
  await rescue.getByRole('button', { name: `Kopier ${background}` }).click()
  expect(await uh.page.evaluate(() => navigator.clipboard.readText())).toContain('Skrevet uten nett, for sent.')
  await rescue.getByRole('button', { name: 'Behold til senere' }).click()
  for (const { page } of [eier, reader]) await expect(page.getByText('Skrevet uten nett, for sent.')).toHaveCount(0)
  await expect(uh.page.getByRole('article').getByText('Skrevet uten nett, for sent.')).toHaveCount(0)
  await uh.page.reload()
  await openRescue(uh.page)
  await rescue.getByRole('button', { name: 'Forkast', exact: true }).click()
  await rescue.getByRole('button', { name: 'Forkast for godt' }).click()
  await expect(uh.page.getByRole('button', { name: 'Se endringene' })).toHaveCount(0)
})

test('reopened with a reason, everybody writes on; who was away over both gets it back as a rescue, nothing is doubled', async ({ house }) => {
  const [eier, uh, union] = await Promise.all([house.visit('eier'), house.visit('uh'), house.visit('tillitsvalgt', { keepsProgram: true })])
  await typeAtEnd(field(eier.page, background), ' Før låsen.')
  await expect(field(union.page, background)).toContainText('Før låsen.')
  await union.goOffline()
  await expect(union.page.getByRole('banner').getByText(/Uten nett/)).toBeVisible()
  await typeAtEnd(field(union.page, background), ' Borte hele tiden.')
  await field(union.page, 'Kompetansenettverk').fill('Nettverket vårt')
  await expect(waiting(union.page)).toBeVisible()

  await askToLock(eier.page, 'Fristen er i dag.')
  await expect(uh.page.getByText('Låst som versjon 1')).toBeVisible()
  await reopenBecause(eier.page, 'Statsforvalteren ba om mer.')
  await expect(uh.page.getByText(/Teksten går videre fra den låste versjonen/)).toBeVisible()
  await expect(uh.page.getByText('Låst som versjon 1')).toHaveCount(0)
  await typeTogether([{ box: field(eier.page, background), words: ' Eier etterpå.' }, { box: field(uh.page, background), words: ' UH etterpå.' }])

  await union.tunnel.mend()
  await expect(rescueTold(union.page)).toBeVisible()
  await typeAtEnd(field(union.page, background), ' Tillitsvalgt etterpå.')
  for (const { page } of [eier, uh, union]) {
    await expect(field(page, background)).toContainText('Tillitsvalgt etterpå.')
    await expect(saved(page)).toBeVisible()
    const text = await textOf(page)
    for (const words of ['Før låsen.', 'Eier etterpå.', 'UH etterpå.', 'Tillitsvalgt etterpå.', 'har samarbeidet om PPT']) expect(text?.split(words)).toHaveLength(2)
    expect(text).not.toContain('Borte hele tiden.')
    await expect(field(page, 'Kompetansenettverk')).toHaveValue('Ytre Midtfjord')
  }
  await openRescue(union.page)
  const rescue = rescueWindow(union.page)
  await expect(rescue.getByText(/Borte hele tiden\./)).toBeVisible()
  await expect(rescue.getByText('Nettverket vårt')).toBeVisible()
})
