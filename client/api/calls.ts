import type { Role } from '@samskriv/shared/access'
import type {
  AuditPage, AuditQuery, AuthorsView, BehovsmeldingSummary, BehovsmeldingView, DeliverRequest, HashAnswer, ImageStored, InvitationMade, LinkView, LockRequest, Me,
  NewBehovsmelding, NewVersion, Person, PersonView, SignedIn, SigningKeyView,
} from '@samskriv/shared/api'
import type { Language } from '@samskriv/shared/base'
import type { DeliveryMeta } from '@samskriv/shared/delivery'
import type { VersionBody, VersionMeta } from '@samskriv/shared/version'
import { at, behovsmeldingerAddress as home } from './address.ts'
import { request, type Outcome } from './request.ts'
import type { Progress } from './sending.ts'

/** Who is signed in, if anybody. */
export const fetchMe = (): Promise<Outcome<Me>> => request('GET', '/api/me')
/** Keeps one's own name or language. */
export const saveMe = (changes: Partial<Pick<Person, 'name' | 'language'>>): Promise<Outcome<Me>> => request('PUT', '/api/me', { json: changes })
/** What a one-time link is for. Does not use it up. */
export const fetchLink = (token: string): Promise<Outcome<LinkView>> => request('POST', '/api/link', { json: { token } })
/** Signs in with a one-time link, which is used up. */
export const signIn = (token: string, name?: string): Promise<Outcome<SignedIn>> =>
  request('POST', '/api/sign-in', { json: name === undefined ? { token } : { token, name } })
/** Ends the session here. */
export const signOut = (): Promise<Outcome<undefined>> => request('POST', '/api/sign-out')

/** The behovsmeldinger one has a role in. */
export const fetchBehovsmeldinger = (): Promise<Outcome<BehovsmeldingSummary[]>> => request('GET', home)
/** Starts a behovsmelding; the one who does becomes its eier. */
export const startBehovsmelding = (wanted: NewBehovsmelding): Promise<Outcome<BehovsmeldingSummary>> => request('POST', home, { json: wanted })
/** One behovsmelding with what surrounds its text. */
export const fetchBehovsmelding = (id: string): Promise<Outcome<BehovsmeldingView>> => request('GET', at(id))

/** Makes a one-time link for a role. The link is shown once. */
export const invite = (id: string, role: Role, note: string): Promise<Outcome<InvitationMade>> =>
  request('POST', at(id, 'invitations'), { json: { role, note } })
/** Takes an unused invitation back. */
export const revokeInvitation = (id: string, invitation: string): Promise<Outcome<undefined>> => request('DELETE', at(id, 'invitations', invitation))
/** Takes a person's role away; their open pages close at once. */
export const removeMember = (id: string, person: string): Promise<Outcome<undefined>> => request('DELETE', at(id, 'members', person))

/** Locks: freezes a version and stops all writing. */
export const lock = (id: string, asked: LockRequest): Promise<Outcome<VersionMeta>> => request('POST', at(id, 'lock'), { json: asked })
/** Opens a locked behovsmelding for writing again, in a new epoch. */
export const reopen = (id: string, reason: string): Promise<Outcome<BehovsmeldingSummary>> => request('POST', at(id, 'reopen'), { json: { reason } })

/** Keeps the text as it is, under a name or before an intake; for the latter gives the version that holds it already, if one does. */
export const makeVersion = (id: string, wanted: NewVersion): Promise<Outcome<VersionMeta>> => request('POST', at(id, 'versions'), { json: wanted })
/** Begins a new draft with the text of an earlier version; what stands there now is a version first. */
export const restoreVersion = (id: string, version: number): Promise<Outcome<BehovsmeldingSummary>> => request('POST', at(id, 'restore'), { json: { version } })

/** Hands in the locked version: the server makes the package, which takes some seconds. */
export const deliver = (id: string, asked: DeliverRequest): Promise<Outcome<DeliveryMeta>> => request('POST', at(id, 'deliver'), { json: asked })
/** Where the package of a delivery is. */
export const packageAddress = (id: string, delivery: number): string => `${at(id, 'deliveries', delivery)}.zip`
/** What is known of a file by its SHA-256 (lower-case hex). Nobody needs to be signed in. */
export const checkHash = (hash: string): Promise<Outcome<HashAnswer>> => request('POST', '/api/check', { json: { hash } })
/** The keys packages are or were signed with, the present one first. */
export const fetchSigningKeys = (): Promise<Outcome<SigningKeyView[]>> => request('GET', '/api/signing-keys')
/** Where the present public key is. */
export const signingKeyAddress = '/api/signing-key.pem'

/** Who wrote what in the text as it is now. */
export const fetchAuthors = (id: string): Promise<Outcome<AuthorsView>> => request('GET', at(id, 'authors'))

/** Where a version's file is: `json` gives exactly the bytes that were hashed. `language` is for the form's own words. */
export function versionAddress (id: string, number: number, format: 'docx' | 'pdf' | 'json', language: Language): string {
  const address = at(id, 'versions', number)
  return format === 'json' ? address : `${address}.${format}?language=${language}`
}

/** A version's content, as it was hashed. */
export const fetchVersion = (id: string, number: number): Promise<Outcome<VersionBody>> => request('GET', at(id, 'versions', number))

/** Stores an image under the SHA-256 of its bytes; `progress` is told how much has been sent. */
export const storeImage = (id: string, file: Blob, progress?: Progress): Promise<Outcome<ImageStored>> =>
  request('POST', at(id, 'images'), progress === undefined ? { file } : { file, progress })
/** Where a stored image is. */
export const imageAddress = (id: string, hash: string): string => at(id, 'images', hash)

/** Everybody who can sign in (admin). */
export const fetchPeople = (): Promise<Outcome<PersonView[]>> => request('GET', '/api/people')
/** Makes a one-time link for somebody who may start behovsmeldinger (admin). */
export const invitePerson = (note: string): Promise<Outcome<InvitationMade>> => request('POST', '/api/people/invitations', { json: { note } })

function auditAt (behovsmelding: string | null, ending: string, query: AuditQuery): string {
  const parameters = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  const address = (behovsmelding === null ? '/api/audit' : at(behovsmelding, 'audit')) + ending
  return parameters === '' ? address : `${address}?${parameters}`
}
/** A page of the audit log: of a behovsmelding (eier), or of the whole installation (null; admin). */
export const fetchAudit = (behovsmelding: string | null, query: AuditQuery): Promise<Outcome<AuditPage>> => request('GET', auditAt(behovsmelding, '', query))
/** Where the same entries are as CSV, all of them. */
export const auditCsvAddress = (behovsmelding: string | null, query: AuditQuery): string => auditAt(behovsmelding, '.csv', query)
