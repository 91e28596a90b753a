import type { Text } from '@samskriv/shared/base'
import type { Template } from '@samskriv/shared/template'

const say = (nb: string): Text => ({ nb, nn: `${nb} (nn)`, en: `${nb} (en)` })
const person = [
  { kind: 'text', id: 'navn', label: say('Navn') },
  { kind: 'text', id: 'epost', label: say('E-post'), format: 'email' },
] as const

/** A small form with every kind of field a form can have. */
export const smallForm: Template = {
  id: 'small-form',
  version: 1,
  title: say('Behovsmelding – et lite prøveskjema'),
  issuer: say('Statsforvalteren i Prøvefylket'),
  sections: [
    {
      id: 'om', title: say('Om behovsmeldingen'), fields: [
        { kind: 'choices', id: 'ordninger', label: say('Behovsmeldingen gjelder'), options: [
          { id: 'regional', label: say('Regional ordning') }, { id: 'desentralisert', label: say('Desentralisert ordning') },
        ] },
        { kind: 'text', id: 'eier', label: say('Eier') },
        { kind: 'yesNo', id: 'flere', label: say('Flere eiere?') },
        { kind: 'choice', id: 'bruk', label: say('Brukes til'), options: [{ id: 'plan', label: say('Planlegging') }, { id: 'drift', label: say('Gjennomføring') }] },
        { kind: 'date', id: 'frist', label: say('Frist') },
        { kind: 'integer', id: 'antall', label: say('Antall enheter') },
        { kind: 'percentage', id: 'andel', label: say('Andel') },
        { kind: 'attachment', id: 'filer', label: say('Vedlegg') },
      ],
    },
    {
      id: 'kontakt', title: say('Kontaktpersoner'), layout: 'columns', fields: [
        { kind: 'contact', id: 'eierkontakt', label: say('Hos eier'), parts: person },
        { kind: 'contact', id: 'uhkontakt', label: say('Hos UH'), parts: person },
      ],
    },
    {
      id: 'summer', title: say('Summer'), fields: [
        { kind: 'fixedTable', id: 'sumtabell', label: say('Sum per ordning'), rowHeading: say('Ordning'),
          rows: [{ id: 'regional', label: say('Regional') }, { id: 'desentralisert', label: say('Desentralisert') }],
          columns: [{ kind: 'amount', id: 'eier', label: say('Til eier') }, { kind: 'amount', id: 'uh', label: say('Til UH') }],
          totals: { row: say('Totalt'), column: say('Sum') } },
      ],
    },
    {
      id: 'tiltak', title: say('Tiltak'), fields: [
        { kind: 'group', id: 'tiltak', label: say('Tiltak'), itemLabel: say('Tiltak {n}'), addLabel: say('Legg til'), nameField: 'navn', fields: [
          { kind: 'text', id: 'navn', label: say('Navn på tiltak') },
          { kind: 'amount', id: 'tilEier', label: say('Tilskudd til eier'), cluster: { id: 'fordeling', label: say('Tilskuddet fordeles') } },
          { kind: 'amount', id: 'tilUh', label: say('Tilskudd til UH'), cluster: { id: 'fordeling', label: say('Tilskuddet fordeles') } },
          { kind: 'sum', id: 'iAlt', label: say('Sum totalt'), of: ['tilEier', 'tilUh'], cluster: { id: 'fordeling', label: say('Tilskuddet fordeles') } },
          { kind: 'richText', id: 'beskrivelse', label: say('Beskriv tiltaket') },
          { kind: 'richText', id: 'begrunnelse', label: say('Begrunn behovet') },
        ] },
      ],
    },
    {
      id: 'deltakere', title: say('Medbestemmelse'), fields: [
        { kind: 'freeTable', id: 'hvem', label: say('Hvem deltok'), addLabel: say('Legg til'), columns: [
          { kind: 'text', id: 'rolle', label: say('Rolle') }, { kind: 'yesNo', id: 'enig', label: say('Enig') },
        ] },
      ],
    },
  ],
}
