import { languages } from '../base/index.ts'
import type { Field, Template } from '../template/index.ts'
import { plainWords } from './word.ts'

/** A filled-in form as text, as it comes out of a Word file: ticks lost, marks kept, numbers as people write them. Invented. */
export const filledIn = `
# Statsforvalteren i Nordland

Nordlaanten Staatehaaltoje

Behovsmelding – lokal kompetanseutvikling i barnehage og grunnopplæring

Behovsmeldingen gjelder:

Regional ordning Desentralisert ordning Kompetanseløftet

Eier: Nordvik og Fjellstad kommuner Kompetansenettverk Ytre Midtfjord

Universitet/Høgskole: Høgskolen i Midtfjord

Kontaktpersoner:

\tEier\tUH
Navn\tKari Olsnes\tEivind Strandmo
Funksjon\tLeder for PPT\tKlikk eller trykk her for å skrive inn tekst.
Telefon\t59 00 00 10\t
E-post\tkari@nordvik.example\teivind@midtfjord.example
Kontonr\t0000.11.22304\t
Org. Nr\t111 222 339\t
Ev. merkes\t12 - 34\tKlikk eller trykk her for å skrive inn tekst.

Partnerskapet består av flere eiere? Ja (Fyll ut liste) Nei

Partnerskapet består av flere UH? Nei

Partnerskapet leverer behovsmelding i flere ordninger? Ja ☐ Nei ☒

Totalt antall tiltak det er behov for tilskudd til? Velg et element.

Total sum det meldes behov for 2024

Ordning\tEier\tUH\tTotalt
Regional ordning\tKr 100 000\t50.000,-\t150 000
Desentralisert ordning\t\t12 000 50\t12
Kompetanseløftet\tKlikk eller trykk her for å skrive inn tekst.\t\t
Sum\t100 000\t999\t

Bakgrunnsinformasjon - Kort om helhet og sammenheng i arbeidet:

Vi ser arbeidet i **sammenheng**. Se [planen](https://www.nordvik.example/plan) og [vedlegget](#).

Eier: dette er en setning, ikke et spørsmål.

- ✓ første punkt
- andre punkt

**Tiltak 1**Navn på tiltak: **Språk hele dagen**

Vedlegg: [Plan](#) ligger ved.

Tilskuddet fordeles

Eier\tUH\tSum totalt
240.000\t310 000,-\t550 000

Hva skal tilskuddet brukes til? Gjennomføring av tiltak

Beskriv hvordan tiltaket er forankret i den enkelte barnehage og skole på en måte som
involverer ansatte og ledere, og i faglig dialog med UH

Alle har vært med.

Tiltak 2 bygger på dette.

**Beskriv hvordan tiltakene skal fremme kollektive prosesser for profesjonsutvikling som utvikler barnehagen eller skolen**

1. Samling
2. Mellomarbeid

Beskriv hvordan dette samarbeidet bidrar til å styrke lærerutdanningen

[Klikk eller trykk her for å skrive inn tekst.](#)

Beskriv hvordan dette tiltaket er forankret i [langsiktig plan](#)

Som *planen* sier.

Det er behov for å bruke midler til koordinator for dette tiltaket? Ja

- Noen må holde i trådene

Tiltakets varighet Vår 2024 Høst 2024 Vår 2025

Dersom tiltak ønskes videreført etter vår 2025 gi anslag på behov

\tEier\tBegrunnelse\tUH\tBegrunnelse
--\t------\t-------------\t----\t-------------


Høst 2025\tKr 50 000\tVidere drift\tsytti tusen\tMer veiledning
2026\tKlikk eller trykk her for å skrive inn tekst.\t\t\t

Hvem er målgruppa for tiltaket?

Ledere  
Ansatte

## Tiltak 2

Navn på tiltak: Koordinator

Eier\tUH\tSum totalt
70 000\tKlikk eller trykk her for å skrive inn tekst.\tKr 80 000

Hva skal tilskuddet brukes til? lønn

UH sitt tilskudd skal brukes på følgende måte:

Klikk eller trykk her for å skrive inn tekst.

Tiltakets varighet Høst 2024

Hvem er målgruppa for tiltaket?

Alle i partnerskapet

**Liste over andre eiere og UH i partnerskapet**

\t*Navn på eier/UH*\t*Kontaktperson*\t*Eier/UH*
1\tFjellstad kommune\tMaja Hovden\tEier
2\tKlikk eller trykk her for å skrive inn tekst.\tKlikk eller trykk her for å skrive inn tekst.\tVelg et element.
3\tRognen barnehage\t\tBarnehage

Behovsmeldingen har vært drøftet i medbestemmelse      ☒ Ja  ☐ Nei

Hvem som har deltatt:

Rolle\tNavn
Hovedtillitsvalgt\tBerit Lundemo

Hvor mange enheter er inkludert i behovsmeldingen?

Kommunale barnehager\tPrivate barnehager\tOffentlige skoler\tPrivate skoler\tPP-tjenester
11\t6\t8 (+4)\t0\t2

- Dette er enhetene i Nordvik.
`

const rows = (list: readonly { readonly label: Field['label'], readonly aliases?: readonly string[] }[]): string[] =>
  list.flatMap(one => [...languages.map(language => one.label[language]), ...one.aliases ?? []])

const textsOf = (field: Field): string[] => {
  const own = [...languages.map(language => field.label[language]), ...field.aliases ?? [], ...field.printed ?? []]
  const cluster = field.cluster === undefined ? [] : languages.map(language => field.cluster?.label[language] ?? '')
  switch (field.kind) {
    case 'choice': case 'choices': return [...own, ...rows(field.options)]
    case 'contact': return [...own, ...field.parts.flatMap(textsOf)]
    case 'freeTable': return [...own, ...field.columns.flatMap(textsOf)]
    case 'fixedTable': return [
      ...own, ...field.columns.flatMap(textsOf), ...rows(field.rows),
      ...[field.rowHeading, field.totals?.row, field.totals?.column].flatMap(text => text === undefined ? [] : languages.map(language => text[language])),
    ]
    case 'group': return [...own, ...field.fields.flatMap(textsOf)]
    default: return [...own, ...cluster]
  }
}

/** Everything the form itself prints, as words: what an intake may pass over. */
export function printedTexts (template: Template): ReadonlySet<string> {
  const texts = [
    ...languages.flatMap(language => [template.title[language], template.issuer[language], ...template.sections.map(section => section.title[language])]),
    ...template.printed ?? [], ...template.sections.flatMap(section => section.fields.flatMap(textsOf)),
  ]
  return new Set(texts.map(text => plainWords(text).join(' ')))
}
