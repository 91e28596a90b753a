import { taken, type Result } from '@samskriv/shared/base'
import type { PackagedFile, SealedPackage } from '@samskriv/shared/delivery'
import { manifestBytes, sealNames, type Manifest } from '@samskriv/shared/package'
import { sha256 } from '@samskriv/shared/version'
import { isoTime, type Deliverable } from '@samskriv/shared/workflow'
import type { VersionRecord } from '../../store/port/index.ts'
import { versionsOf } from '../../workflow/index.ts'
import type { Contents } from './contents.ts'
import type { DeliverParts } from './parts.ts'

/**
 * Makes the package of a delivery: a manifest over its contents, the signature over the manifest, everything in one zip, kept on disk
 * under its hash before any record names it. Rejects with StorageError.
 */
export async function seal (parts: DeliverParts, wanted: Deliverable, { files, renderings }: Contents): Promise<Result<SealedPackage>> {
  const { workflow } = parts.frozen
  const listed: PackagedFile[] = []
  for (const { name, type, content } of files) listed.push({ name, type, hash: await sha256(new Uint8Array(content)), bytes: content.length })
  const at = isoTime(workflow.now())
  const manifest = manifestBytes(manifestOf(wanted, versionsOf(workflow.store, wanted.version.behovsmelding), listed, at, parts.signing.fingerprint))
  const zip = await parts.pack([...files, { name: sealNames.manifest, content: manifest }, { name: sealNames.signature, content: parts.signing.sign(manifest) }])
  if (!zip.ok) return zip
  const hash = await workflow.store.putFile(zip.value)
  return taken({ at, hash, bytes: zip.value.length, files: listed, renderings, key: parts.signing.fingerprint })
}

function manifestOf (wanted: Deliverable, versions: readonly VersionRecord[], files: readonly PackagedFile[], at: string, key: string): Manifest {
  const { number, version, on, to, reference, language, actor: { person, role, behovsmelding } } = wanted
  const { reason, differsFrom, suggestions } = version
  return {
    format: 'samskriv-package/1',
    behovsmelding: { id: behovsmelding.id, title: behovsmelding.title, template: behovsmelding.template },
    delivery: { number, on, to, reference, language, at, by: { name: person.name, role } },
    version: {
      number: version.number, hash: version.hash, at: version.at, by: { name: version.by.name, role: version.by.role },
      ...(reason === undefined ? {} : { reason }), ...(differsFrom === undefined ? {} : { differsFrom }), ...(suggestions === undefined ? {} : { suggestions }),
    },
    chain: versions.filter(each => each.number <= version.number).map(each => ({ number: each.number, hash: each.hash, previous: each.previous, kind: each.kind, at: each.at })),
    files, key,
  }
}
