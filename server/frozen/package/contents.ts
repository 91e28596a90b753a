import { languages, refused, taken, type Language, type Result } from '@samskriv/shared/base'
import type { Rendering } from '@samskriv/shared/delivery'
import { format, messages } from '@samskriv/shared/i18n'
import { mostPackageBytes, packageNames } from '@samskriv/shared/package'
import { sha256, type VersionMeta } from '@samskriv/shared/version'
import type { Deliverable } from '@samskriv/shared/workflow'
import type { OutputInput } from '../../output/input.ts'
import { versionBody, versionBytes } from '../version.ts'
import { attachmentsOf } from './attachments.ts'
import type { DeliverParts, TypedFile } from './parts.ts'

/** What goes into a package, in its order, and every document that can be written from the same version. */
export interface Contents { readonly files: readonly TypedFile[], readonly renderings: readonly Rendering[] }

const types = {
  json: 'application/json', pdf: 'application/pdf', text: 'text/plain; charset=utf-8', pem: 'application/x-pem-file',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
const kinds = ['pdf', 'docx'] as const

/**
 * Gathers what a package holds: the version's own bytes, the documents written from it in the language asked for, the protokoller, images
 * and attachments, the public key, and how to check it all. Refuses `old-schema` when the form is not installed, `too-large` (`most`)
 * and what writing documents refuses. Rejects with StorageError when something that is stored is gone.
 */
export async function contentsOf (parts: DeliverParts, wanted: Deliverable): Promise<Result<Contents>> {
  const { store } = parts.frozen.workflow
  const { version } = wanted
  const body = await versionBody(store, version)
  const template = parts.frozen.template(body.template.id, body.template.version)
  if (template === null) return refused('old-schema')
  const attachments = await attachmentsOf(store, version.behovsmelding, body.values)
  const { id: _id, ...meta } = version
  const documents = await documentsOf(parts, { meta, body, template, language: wanted.language, image: imagesIn(parts, version) })
  if (!documents.ok) return documents
  const protokoller = await parts.protokoller(version.behovsmelding, wanted.language)
  if (!protokoller.ok) return protokoller
  const files: readonly TypedFile[] = [
    { name: packageNames.version, type: types.json, content: await versionBytes(store, version) },
    ...documents.value.files, ...protokoller.value, ...attachments,
    { name: packageNames.publicKey, type: types.pem, content: utf8(parts.signing.publicKey) },
    { name: packageNames.readme, type: types.text, content: utf8(readme(wanted, parts.signing.fingerprint)) },
  ]
  const bytes = files.reduce((sum, file) => sum + file.content.length, 0)
  return bytes > mostPackageBytes ? refused('too-large', { most: mostPackageBytes, unit: 'bytes' }) : taken({ files, renderings: documents.value.renderings })
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function readme ({ language, version, number }: Deliverable, key: string): string {
  return format(language, messages[language].word.packageReadme, { version: String(version.number), number: String(number), key })
}

function imagesIn (parts: DeliverParts, version: VersionMeta): OutputInput['image'] {
  const { store } = parts.frozen.workflow
  return async hash => (store.table('files').has(`${version.behovsmelding}/${hash}`) ? await store.getFile(hash) : null)
}

// Written in every language, since anybody may have fetched it in theirs; one of them goes into the package.
async function documentsOf (parts: DeliverParts, input: OutputInput): Promise<Result<Contents>> {
  const files: TypedFile[] = []
  const renderings: Rendering[] = []
  for (const kind of kinds) {
    for (const language of languages) {
      const written = await parts[kind]({ ...input, language })
      if (!written.ok) return written
      renderings.push({ kind, language, hash: await sha256(new Uint8Array(written.value)) })
      if (isWanted(language, input)) files.push({ name: `behovsmelding.${kind}`, type: types[kind], content: written.value })
    }
  }
  return taken({ files, renderings })
}

const isWanted = (language: Language, input: OutputInput): boolean => language === input.language
