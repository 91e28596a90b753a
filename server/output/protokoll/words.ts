import type { Stance } from '@samskriv/shared/api'
import type { Language } from '@samskriv/shared/base'

/** The words a protokoll's files have of their own; what the pages say too, the names of parties and agreements, is in `shared/i18n`. `{…}` are filled in with `filled`. */
export interface ProtokollWords {
  readonly title: string
  readonly stamp: string
  readonly footer: string
  readonly moment: string
  readonly byWhom: string
  readonly meeting: string
  readonly behovsmelding: string
  readonly held: string
  readonly place: string
  readonly opened: string
  readonly deadline: string
  readonly deadlineMoved: string
  readonly movedIs: string
  readonly closed: string
  readonly note: string
  readonly byLock: string
  readonly notWritten: string
  readonly basis: string
  readonly present: string
  readonly party: string
  readonly name: string
  readonly function: string
  readonly union: string
  readonly documents: string
  readonly document: string
  readonly laidBefore: string
  readonly comments: string
  readonly noComments: string
  readonly resolved: string
  readonly quoted: string
  readonly views: string
  readonly stance: string
  readonly stances: Readonly<Record<Stance, string>>
  readonly restsOn: string
  readonly given: string
  readonly late: string
  readonly withdrawn: string
  readonly withdrawnAt: string
  readonly missing: string
  readonly nobody: string
  readonly noneSaid: string
  readonly agreement: string
  readonly agreed: string
  readonly notAgreed: string
  readonly statements: string
  readonly noStatements: string
  readonly statementHash: string
  readonly signatures: string
  readonly signedBy: string
  readonly placeAndDay: string
  readonly signature: string
}

/** Every protokoll's own words, in every language. */
export const protokollWords: Readonly<Record<Language, ProtokollWords>> = {
  nb: {
    title: 'Protokoll fra medbestemmelse',
    stamp: 'Runde {round} om versjon {version}, avsluttet {date} kl. {time}',
    footer: 'Protokoll for runde {round} · SHA-256 {hash}',
    moment: '{date} kl. {time}',
    byWhom: '{moment} av {name}',
    meeting: 'Drøftingen',
    behovsmelding: 'Behovsmelding',
    held: 'Tid',
    place: 'Sted',
    opened: 'Runden ble åpnet',
    deadline: 'Frist for svar',
    deadlineMoved: 'Fristen ble flyttet',
    movedIs: 'Fra {from} til {to} ({byWhom})',
    closed: 'Runden ble avsluttet',
    note: 'Melding til de tillitsvalgte',
    byLock: '{closed}, da behovsmeldingen ble låst. Opplysninger om et møte er ikke ført.',
    notWritten: 'Ikke ført',
    basis: 'Grunnlag',
    present: 'Til stede',
    party: 'Part',
    name: 'Navn',
    function: 'Funksjon',
    union: 'Organisasjon',
    documents: 'Dokumenter',
    document: 'Behovsmeldingen, versjon {version}',
    laidBefore: 'Lagt fram {moment}\nSHA-256 {hash}',
    comments: 'Kommentarer og svar',
    noComments: 'Ingen kommentarer i runden.',
    resolved: 'Avklart: {why}',
    quoted: '{place}: «{quote}»',
    views: 'Partenes syn',
    stance: 'Syn',
    stances: { 'enig': 'Enig', 'uenig': 'Uenig', 'ikke-uttalt': 'Ikke uttalt' },
    restsOn: 'Grunnlag',
    given: 'Gitt',
    late: '{moment} (etter fristen)',
    withdrawn: 'Syn som er trukket tilbake',
    withdrawnAt: 'Trukket tilbake',
    missing: 'Uten svar',
    nobody: 'Ingen',
    noneSaid: 'Ingen uttalte seg.',
    agreement: 'Enighet og uenighet',
    agreed: 'Partene er enige om',
    notAgreed: 'Partene er ikke enige om, og hvorfor',
    statements: 'Protokolltilførsler',
    noStatements: 'Ingen protokolltilførsler.',
    statementHash: 'SHA-256 av tilførselen: {hash}',
    signatures: 'Underskrifter',
    signedBy: 'For',
    placeAndDay: 'Sted og dato',
    signature: 'Underskrift',
  },
  nn: {
    title: 'Protokoll frå medbestemming',
    stamp: 'Runde {round} om versjon {version}, avslutta {date} kl. {time}',
    footer: 'Protokoll for runde {round} · SHA-256 {hash}',
    moment: '{date} kl. {time}',
    byWhom: '{moment} av {name}',
    meeting: 'Drøftinga',
    behovsmelding: 'Behovsmelding',
    held: 'Tid',
    place: 'Stad',
    opened: 'Runden vart opna',
    deadline: 'Frist for svar',
    deadlineMoved: 'Fristen vart flytta',
    movedIs: 'Frå {from} til {to} ({byWhom})',
    closed: 'Runden vart avslutta',
    note: 'Melding til dei tillitsvalde',
    byLock: '{closed}, då behovsmeldinga vart låst. Opplysningar om eit møte er ikkje førte.',
    notWritten: 'Ikkje ført',
    basis: 'Grunnlag',
    present: 'Til stades',
    party: 'Part',
    name: 'Namn',
    function: 'Funksjon',
    union: 'Organisasjon',
    documents: 'Dokument',
    document: 'Behovsmeldinga, versjon {version}',
    laidBefore: 'Lagt fram {moment}\nSHA-256 {hash}',
    comments: 'Kommentarar og svar',
    noComments: 'Ingen kommentarar i runden.',
    resolved: 'Avklart: {why}',
    quoted: '{place}: «{quote}»',
    views: 'Syna til partane',
    stance: 'Syn',
    stances: { 'enig': 'Einig', 'uenig': 'Ueinig', 'ikke-uttalt': 'Ikkje uttalt' },
    restsOn: 'Grunnlag',
    given: 'Gitt',
    late: '{moment} (etter fristen)',
    withdrawn: 'Syn som er trekte tilbake',
    withdrawnAt: 'Trekt tilbake',
    missing: 'Utan svar',
    nobody: 'Ingen',
    noneSaid: 'Ingen uttalte seg.',
    agreement: 'Semje og usemje',
    agreed: 'Partane er einige om',
    notAgreed: 'Partane er ikkje einige om, og kvifor',
    statements: 'Protokolltilførsler',
    noStatements: 'Ingen protokolltilførsler.',
    statementHash: 'SHA-256 av tilførsla: {hash}',
    signatures: 'Underskrifter',
    signedBy: 'For',
    placeAndDay: 'Stad og dato',
    signature: 'Underskrift',
  },
  en: {
    title: 'Protokoll (minutes) of medbestemmelse',
    stamp: 'Round {round} on version {version}, closed {date} at {time}',
    footer: 'Protokoll of round {round} · SHA-256 {hash}',
    moment: '{date} at {time}',
    byWhom: '{moment} by {name}',
    meeting: 'The discussion',
    behovsmelding: 'Behovsmelding',
    held: 'Time',
    place: 'Place',
    opened: 'The round was opened',
    deadline: 'To be answered by',
    deadlineMoved: 'The deadline was moved',
    movedIs: 'From {from} to {to} ({byWhom})',
    closed: 'The round was closed',
    note: 'Message to the union representatives',
    byLock: '{closed}, when the behovsmelding was locked. Nothing about a meeting has been written down.',
    notWritten: 'Not written down',
    basis: 'Basis',
    present: 'Present',
    party: 'Party',
    name: 'Name',
    function: 'Position',
    union: 'Organisation',
    documents: 'Documents',
    document: 'The behovsmelding, version {version}',
    laidBefore: 'Laid before the parties {moment}\nSHA-256 {hash}',
    comments: 'Comments and answers',
    noComments: 'No comments in the round.',
    resolved: 'Settled: {why}',
    quoted: '{place}: “{quote}”',
    views: 'The parties’ views',
    stance: 'View',
    stances: { 'enig': 'Agrees', 'uenig': 'Disagrees', 'ikke-uttalt': 'No statement' },
    restsOn: 'Basis',
    given: 'Given',
    late: '{moment} (after the deadline)',
    withdrawn: 'Views that were withdrawn',
    withdrawnAt: 'Withdrawn',
    missing: 'Without an answer',
    nobody: 'Nobody',
    noneSaid: 'Nobody said anything.',
    agreement: 'Agreement and disagreement',
    agreed: 'The parties agree on',
    notAgreed: 'The parties do not agree on, and why',
    statements: 'Statements for the record',
    noStatements: 'No statements for the record.',
    statementHash: 'SHA-256 of the statement: {hash}',
    signatures: 'Signatures',
    signedBy: 'For',
    placeAndDay: 'Place and date',
    signature: 'Signature',
  },
}
