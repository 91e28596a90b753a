import type { Values } from '../document/index.ts'
import { b, bullets, p, rich } from './build-text.ts'
import { sampleTiltak } from './sample-tiltak.ts'

/**
 * An invented partnership in the middle of its work, for the form `nordland-2024`: for the demo, the outputs and tests.
 * People, places and numbers are made up: organisation numbers begin with 1 and account numbers with 0000, which nobody is
 * given, but their check digits are right. Some questions are left open on purpose.
 */
export const sampleValues: Values = {
  ordninger: ['regional', 'kompetanseloftet'],
  eier: 'Nordvik, Fjellstad og Sørbotn kommuner',
  nettverk: 'Ytre Midtfjord',
  universitet: 'Høgskolen i Midtfjord',
  eierkontakt: {
    navn: 'Kari Olsnes', funksjon: 'Leder for PPT og koordinator', telefon: '59 00 00 10', epost: 'kari.olsnes@nordvik.example',
    kontonummer: '0000.11.22304', organisasjonsnummer: '111 222 339', merkes: 'Prosjekt 4410',
  },
  uhkontakt: {
    navn: 'Eivind Strandmo', funksjon: 'Førstelektor', telefon: '59 00 00 20', epost: 'eivind.strandmo@midtfjord.example',
    kontonummer: '0000.33.44509', organisasjonsnummer: '133 444 556',
  },
  flereEiere: true,
  flereUh: false,
  flereOrdninger: true,
  antallTiltak: 4,
  summer: { regional: { eier: 240_000, uh: 310_000 }, kompetanseloftet: { eier: 340_000, uh: 270_000 } },
  bakgrunn: rich(
    p('Nordvik, Fjellstad og Sørbotn har samarbeidet om PPT i mange år. Barnehagene og skolene er små, og de fleste ansatte kjenner barna og familiene godt. Samtidig er det langt til spesialisert hjelp, og vi må klare mer selv.'),
    p('Tiltakene i denne behovsmeldingen henger sammen gjennom tre mål:'),
    bullets('at hjelpen kommer tidlig', 'at fagfolk lærer av hverandre på tvers av kommuner', 'at høgskolen og praksisfeltet utvikler kunnskap sammen'),
    p('Vi bygger på ', b('kartleggingen fra 2023'), ', der alle barnehager og skoler svarte på hva de trenger mest.'),
  ),
  tiltak: sampleTiltak,
  andre: [
    { id: 'fjellstad', values: { navn: 'Fjellstad kommune', kontaktperson: 'Maja Hovden', type: 'eier' } },
    { id: 'sorbotn', values: { navn: 'Sørbotn kommune', kontaktperson: 'Jon Arild Myklevoll', type: 'eier' } },
    { id: 'rognen', values: { navn: 'Rognen barnehage SA', kontaktperson: 'Siv Tangstad', type: 'eier' } },
  ],
  droftet: true,
  deltakere: [
    { id: 'utdanning', values: { rolle: 'Hovedtillitsvalgt, Utdanningsforbundet', navn: 'Berit Lundemo' } },
    { id: 'fagforbundet', values: { rolle: 'Hovedtillitsvalgt, Fagforbundet', navn: 'Terje Aspvik' } },
    { id: 'nordvik', values: { rolle: 'Kommunalsjef oppvekst', navn: 'Åshild Brekkås' } },
  ],
  kommunaleBarnehager: 12,
  privateBarnehager: 5,
  offentligeSkoler: 9,
  privateSkoler: 0,
}
