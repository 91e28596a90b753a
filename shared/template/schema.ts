import type { Text } from '../base/index.ts'

/** An answer to choose from. `id` is stored; `label` is shown; `aliases` are spellings recognised at intake. */
export interface Option { readonly id: string, readonly label: Text, readonly aliases?: readonly string[] }

interface FieldBase {
  /** Unique among its siblings; part of the key under which the value is stored. Never changed once a template is published. */
  readonly id: string
  /** The question as the form puts it. The `nb` text is also what intake looks for. */
  readonly label: Text
  /** Other spellings of the label that documents in circulation use (intake). */
  readonly aliases?: readonly string[]
  /** What helps the person who answers. */
  readonly guidance?: Text
  /** What the form asks to be filled in before it is handed in. A rule, not a lock on writing. */
  readonly required?: boolean
  /** Neighbours with the same cluster stand side by side under one heading; in documents they are one table of one row. */
  readonly cluster?: Cluster
  /** Other words the printed form has beside the question, e.g. "(Fyll ut liste)". Intake passes over them. */
  readonly printed?: readonly string[]
  /** Id of the sibling rich text field that, at intake, takes what stands after this field's answer without being one. */
  readonly overflow?: string
}

/** What sets neighbouring fields side by side: an id unique among the siblings, and the heading over them. */
export interface Cluster { readonly id: string, readonly label: Text }

/** One line of text, co-edited letter by letter. `format` decides validation, input mode and autocomplete. */
export interface TextField extends FieldBase {
  readonly kind: 'text'
  readonly format?: 'plain' | 'phone' | 'email' | 'account' | 'organisation'
}
/** Described at length: paragraphs, headings, lists, tables, images, links. */
export interface RichTextField extends FieldBase { readonly kind: 'richText' }
/** Whole kroner, ≥ 0. Atomic. */
export interface AmountField extends FieldBase { readonly kind: 'amount' }
/** 0–100. Atomic. */
export interface PercentageField extends FieldBase { readonly kind: 'percentage' }
/** A whole number ≥ 0. Atomic. */
export interface IntegerField extends FieldBase { readonly kind: 'integer' }
/** Yes, no, or not answered. */
export interface YesNoField extends FieldBase { readonly kind: 'yesNo' }
/** One of the options, or not answered. `other` is the option that intake chooses when the text is none of them. */
export interface ChoiceField extends FieldBase { readonly kind: 'choice', readonly options: readonly Option[], readonly other?: string }
/** Any number of the options. */
export interface ChoicesField extends FieldBase { readonly kind: 'choices', readonly options: readonly Option[] }
/** A day, `YYYY-MM-DD`. */
export interface DateField extends FieldBase { readonly kind: 'date' }
/** Files that belong to the answer, stored by hash. */
export interface AttachmentField extends FieldBase { readonly kind: 'attachment' }

/** What a cell of a table, or a part of a contact, may be. */
export type CellField = TextField | AmountField | PercentageField | IntegerField | YesNoField | ChoiceField | DateField

/** A row of a table with fixed rows. */
export interface FixedRow { readonly id: string, readonly label: Text, readonly aliases?: readonly string[] }

/** A table whose rows are given. `totals` adds computed sums of its amount columns: along each row, down each column. Never stored. */
export interface FixedTableField extends FieldBase {
  readonly kind: 'fixedTable'
  readonly rowHeading: Text
  readonly rows: readonly FixedRow[]
  readonly columns: readonly CellField[]
  readonly totals?: { readonly row?: Text, readonly column?: Text }
}
/** A table people add rows to. `startRows` is how many empty rows are shown before anybody has added one. */
export interface FreeTableField extends FieldBase {
  readonly kind: 'freeTable'
  readonly columns: readonly CellField[]
  readonly startRows?: number
  readonly addLabel: Text
}
/** A contact person: a fixed set of short texts, e.g. navn, funksjon, telefon, e-post, kontonr, org.nr, merkes. */
export interface ContactField extends FieldBase { readonly kind: 'contact', readonly parts: readonly TextField[] }
/** A sum of amount fields beside it, computed and never stored. `of` are ids of sibling amount fields. */
export interface SumField extends FieldBase { readonly kind: 'sum', readonly of: readonly string[] }
/** A repeating part of the form, e.g. tiltak. Items have ids and an order of their own. */
export interface GroupField extends FieldBase {
  readonly kind: 'group'
  /** What one is called, `{n}` for its number: "Tiltak {n}". */
  readonly itemLabel: Text
  readonly addLabel: Text
  /** The text field whose value names the item in lists. */
  readonly nameField: string
  readonly fields: readonly ItemField[]
}

/** What an item of a repeating group may hold. */
export type ItemField = CellField | RichTextField | ChoicesField | AttachmentField | FixedTableField | FreeTableField | SumField
/** Any field of a form. */
export type Field = ItemField | ContactField | GroupField
/** The kind of a field. */
export type FieldKind = Field['kind']

/** A part of the form with a heading, shown in the outline. `layout: 'columns'` sets its fields side by side where there is room. */
export interface Section {
  readonly id: string
  readonly title: Text
  readonly guidance?: Text
  readonly layout?: 'rows' | 'columns'
  readonly fields: readonly Field[]
}

/** The tiltak's amounts, added up, are to equal the table's: `columns` maps column ids to amount fields of the group. Only rows whose ids are chosen in `rowsChosenBy` count; none chosen: all. */
export interface SumsAgreeRule {
  readonly rule: 'sums-agree'
  readonly table: string
  readonly rowsChosenBy?: string
  readonly group: string
  readonly columns: Readonly<Record<string, string>>
}
/** A whole number that is to equal the number of items of a group. */
export interface CountAgreesRule { readonly rule: 'count-agrees', readonly field: string, readonly group: string }
/** When `when` is answered with `is` ('filled': answered at all, an amount above 0), `asks` needs one too. `in`: the group whose items the two are fields of. */
export interface AnswerFollowsRule {
  readonly rule: 'answer-follows'
  readonly in?: string
  readonly when: string
  readonly is: boolean | string
  readonly asks: string
}
/** The percentages down each column of a table are to add up to 100, where any is given. */
export interface AddsToHundredRule { readonly rule: 'adds-to-hundred', readonly table: string }
/** What one template asks for beyond `required` and the formats of its fields. Run by `shared/rules`. */
export type TemplateRule = SumsAgreeRule | CountAgreesRule | AnswerFollowsRule | AddsToHundredRule

/** The free table that asks who took part in medbestemmelse, and which of its columns takes a person's role and which the name: what a protokoll knows may be put there. Ids of text columns. */
export interface Participants { readonly table: string, readonly role: string, readonly name: string }

/** A form as data. A new county or a new year is a new file of this shape. Field ids are unique in the whole template at the top level. */
export interface Template {
  readonly id: string
  /** Bumped when questions change; versions of a behovsmelding name it. */
  readonly version: number
  readonly title: Text
  /** Who asks, e.g. "Statsforvalteren i Nordland". */
  readonly issuer: Text
  readonly sections: readonly Section[]
  /** Words printed in the form that belong to no field (letterhead). Intake passes over them. */
  readonly printed?: readonly string[]
  readonly rules?: readonly TemplateRule[]
  readonly participants?: Participants
}
