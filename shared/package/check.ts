import type { PackagedFile } from '../delivery/index.ts'
import { sha256 } from '../version/index.ts'
import { fingerprintOf, isSignedBy } from './key.ts'
import { packageNames, readManifest, sealNames, type Manifest } from './manifest.ts'
import { pack, unpack, type PackageFile } from './zip.ts'

/**
 * What is wrong with a package:
 * - `no-zip`: it cannot be taken apart
 * - `no-package`: no manifest or no signature in it, or none that can be read (`name`)
 * - `wrong-key`: signed with another key (`signed`, a fingerprint) than the one it was held to (`given`)
 * - `wrong-signature`: signed with that key, but not this manifest
 * - `changed`, `missing`, `added`: a file (`name`) is not as the manifest has it, is not there, or is not in the manifest
 * - `chain`: the version in it is not the one the manifest names, or the versions before it do not follow on each other
 * - `wrapping`: every file is as it was signed, but the zip around them is not the one that was made
 */
export type PackageFinding =
  | { readonly kind: 'no-zip' | 'wrong-signature' | 'chain' | 'wrapping' }
  | { readonly kind: 'no-package' | 'changed' | 'missing' | 'added', readonly name: string }
  | { readonly kind: 'wrong-key', readonly signed: string, readonly given: string }

/** What came of looking at a package. No findings: it is as it was made. `manifest`: what it says of itself, to be believed only then. */
export interface PackageVerdict { readonly manifest: Manifest | null, readonly findings: readonly PackageFinding[] }

const bare = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
const named = (files: readonly PackageFile[], name: string): Uint8Array | null => files.find(file => file.name === name)?.content ?? null

/**
 * Checks a package against a public key (SPKI, DER): needs nothing but the two. Rejects when this machine cannot check Ed25519
 * signatures at all.
 */
export async function checkPackage (zip: Uint8Array, publicKey: Uint8Array<ArrayBuffer>): Promise<PackageVerdict> {
  const files = unpack(zip)
  if (files === null) return { manifest: null, findings: [{ kind: 'no-zip' }] }
  const [written, signature] = [named(files, sealNames.manifest), named(files, sealNames.signature)]
  if (written === null) return { manifest: null, findings: [{ kind: 'no-package', name: sealNames.manifest }] }
  if (signature === null) return { manifest: null, findings: [{ kind: 'no-package', name: sealNames.signature }] }
  const manifest = readManifest(written)
  const seal = await sealFindings(written, signature, publicKey, manifest)
  if (manifest === null) return { manifest, findings: [...seal, { kind: 'no-package', name: sealNames.manifest }] }
  const inside = [...seal, ...await fileFindings(files, manifest.files), ...chainFindings(manifest)]
  return { manifest, findings: inside.length > 0 || isWrappedAsMade(zip, files, manifest) ? inside : [{ kind: 'wrapping' }] }
}

async function sealFindings (written: Uint8Array, signature: Uint8Array, publicKey: Uint8Array<ArrayBuffer>, manifest: Manifest | null): Promise<PackageFinding[]> {
  if (await isSignedBy(publicKey, bare(signature), bare(written))) return []
  const given = await fingerprintOf(publicKey)
  // Which key it says it is signed with decides only what is said: it is not believed.
  return manifest === null || manifest.key === given ? [{ kind: 'wrong-signature' }] : [{ kind: 'wrong-key', signed: manifest.key, given }]
}

async function fileFindings (files: readonly PackageFile[], listed: readonly PackagedFile[]): Promise<PackageFinding[]> {
  const findings: PackageFinding[] = []
  for (const { name, hash } of listed) {
    const content = named(files, name)
    if (content === null) findings.push({ kind: 'missing', name })
    else if (await sha256(bare(content)) !== hash) findings.push({ kind: 'changed', name })
  }
  const known = new Set<string>([...listed.map(file => file.name), ...Object.values(sealNames)])
  return [...findings, ...files.filter(({ name }) => !known.has(name)).map(({ name }) => ({ kind: 'added', name }) as const)]
}

function chainFindings ({ chain, version, files }: Manifest): PackageFinding[] {
  const follows = chain.every((link, index) => link.number === index + 1 && link.previous === (chain[index - 1]?.hash ?? null))
  const last = chain.at(-1)
  const isLast = last?.number === version.number && last.hash === version.hash
  const isInside = files.some(({ name, hash }) => name === packageNames.version && hash === version.hash)
  return follows && isLast && isInside ? [] : [{ kind: 'chain' }]
}

// The zip can be made again from what is in it: not a byte of it is without meaning.
function isWrappedAsMade (zip: Uint8Array, files: readonly PackageFile[], manifest: Manifest): boolean {
  const again = pack([...manifest.files.map(({ name }) => name), ...Object.values(sealNames)].flatMap(name => files.find(file => file.name === name) ?? []))
  return again.length === zip.length && again.every((byte, index) => byte === zip[index])
}

