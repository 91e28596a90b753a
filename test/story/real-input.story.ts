import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test, type House } from '../fixture/house.ts'
import { choose, exported, leftOver, lock, panel, partnership, takeIn, writeAtOnce } from '../fixture/intake.ts'

// What stands in these documents concerns real people: nothing but numbers leaves this test, and no picture of a page is kept.
test.use({ trace: 'off', screenshot: 'off' })

const folder = resolve(import.meta.dirname, '../../../shared/real-input')

interface Counts { readonly placed: number, readonly left: number }

async function walk (house: House, file: string, at: (step: string) => void): Promise<Counts> {
  const visitors = await partnership(house, 'Fra et virkelig skjema')
  const [eier, uh] = visitors
  at('reading the file')
  const counts = await choose(eier.page, file)
  at('taking it in')
  await takeIn(eier.page)
  await panel(uh.page).getByRole('tab', { name: /^Hent inn/ }).click()
  await expect(leftOver(uh.page)).toHaveCount(counts.left)
  at('writing by three at once')
  const words = await writeAtOnce(visitors)
  at('locking')
  await lock(visitors, 'Prøve med et virkelig skjema.')
  at('handing out')
  const { docx, pdf } = await exported(eier.page)
  expect(words.map(each => [docx.includes(each), pdf.includes(each)])).toEqual(words.map(() => [true, true]))
  return counts
}

for (const name of ['rana-2024.txt', 'ytre-helgeland-2024.txt']) {
  test(`${name} is taken in, written in by three at once, locked and handed out`, async ({ house, browser }, info) => {
    const tell = (type: string, line: string): void => {
      info.annotations.push({ type, description: line })
      process.stdout.write(`${name}: ${line}\n`)
    }
    if (!existsSync(resolve(folder, name))) {
      tell('not here', 'not on this machine, so there was nothing to take in')
      return
    }
    let step = 'coming together'
    try {
      const { placed, left } = await walk(house, resolve(folder, name), next => { step = next })
      tell('taken in', `${placed} fields placed, ${left} left over, locked and handed out`)
      expect(placed).toBeGreaterThan(50)
    } catch {
      // The runner would keep what the page shows, and the error may quote it.
      for (const context of browser.contexts()) await context.close()
      throw new Error(`${name}: failed at ${step}`)
    }
  })
}
