import type { Item, Values } from '../document/index.ts'
import { plainText, type RichTextNode } from '../rich-text/index.ts'
import { b, bullets, h, p, rich } from './build-text.ts'
import { seeded, type Random } from './random.ts'
import { sampleValues } from './sample.ts'

/** What a large behovsmelding is in every measurement: twelve tiltak and some 60 000 characters. */
export const largeTiltak = 12
/** Characters of rich text in `largeValues`: never fewer, at most a seventh more. */
export const largeCharacters = 60_000

const openings = ['I nettverket', 'På samlingene', 'Gjennom veiledningen', 'I hver barnehage', 'Ved skolene', 'Sammen med høgskolen', 'I mellomarbeidet', 'Etter kartleggingen'] as const
const verbs = ['drøfter', 'prøver', 'beskriver', 'vurderer', 'utvikler', 'følger', 'deler', 'undersøker'] as const
const actors = ['de ansatte', 'lederne', 'styrerne', 'lærerne', 'fagpersonene', 'basisgruppene', 'PPT', 'arbeidsgruppen'] as const
const objects = ['egen praksis', 'nye arbeidsmåter', 'felles rutiner', 'erfaringer fra arbeidet', 'språkmiljøet i avdelingen', 'overgangen til skolen', 'samarbeidet med foreldrene', 'tiltak for enkeltbarn'] as const
const endings = ['og skriver ned hva de ser', 'før neste møte', 'slik at alle kan lære av det', 'i tråd med langsiktig plan', 'med tid satt av i fellestiden', 'på tvers av kommunene', 'og melder tilbake til eierne', 'med støtte fra nettverket'] as const

function sentence (random: Random): string {
  return `${random.pick(openings)} ${random.pick(verbs)} ${random.pick(actors)} ${random.pick(objects)} ${random.pick(endings)}.`
}

function words (random: Random, characters: number): string {
  let text = sentence(random)
  while (text.length < characters) text += ` ${sentence(random)}`
  return text
}

function block (random: Random, characters: number): RichTextNode {
  switch (random.below(6)) {
    case 0: return bullets(...[0, 1, 2].map(() => words(random, characters / 3)))
    case 1: return p(b(sentence(random)), ` ${words(random, characters)}`)
    case 2: return h(random.pick(objects))
    default: return p(words(random, characters))
  }
}

function text (random: Random, characters: number): RichTextNode {
  const blocks: RichTextNode[] = []
  for (let left = characters; left > 0;) {
    const next = block(random, Math.min(left, 400))
    left -= plainText(next).length
    blocks.push(next)
  }
  return rich(...blocks)
}

const described = ['forankring', 'kollektiveProsesser', 'laererutdanning', 'langsiktigPlan', 'eiersBruk', 'uhBruk', 'koordinatorBegrunnelse', 'malgruppe'] as const

function tiltak (random: Random, index: number): Item {
  const share = Math.ceil((largeCharacters / largeTiltak - 60) / described.length)
  const texts = Object.fromEntries(described.map(id => [id, text(random, share)]))
  return {
    id: `tiltak${String(index + 1).padStart(2, '0')}`,
    values: {
      navn: `${random.pick(['Nettverk', 'Veiledning', 'Samling', 'Utprøving'])} ${index + 1}: ${random.pick(objects)}`,
      tilskuddEier: 10_000 * (1 + random.below(30)),
      tilskuddUh: 10_000 * (1 + random.below(40)),
      bruk: random.pick(['planlegging', 'gjennomforing', 'begge']),
      koordinator: random.below(2) === 0,
      varighet: ['host2024', 'var2025'],
      videre: { host2025: { eier: 10_000 * random.below(9), eierBegrunnelse: sentence(random), uh: 10_000 * random.below(9) } },
      ...texts,
    },
  }
}

/** A behovsmelding of nordland-2024 as large as they come, the same for the same seed. */
export function largeValues (seed: number): Values {
  const random = seeded(seed)
  return {
    ...sampleValues,
    antallTiltak: largeTiltak,
    tiltak: Array.from({ length: largeTiltak }, (_, index) => tiltak(random, index)),
  }
}
