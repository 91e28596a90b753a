import type { KnownHash, SigningKeyView } from '@samskriv/shared/api'
import { checkPackage, packageNames, readPublicKey, unpack, type PackageFinding } from '@samskriv/shared/package'
import { sha256 } from '@samskriv/shared/version'
import { checkHash, fetchSigningKeys } from '../api/index.ts'

/** What was found inside a package that is not known as a whole. `version`: what is known of the version in it. */
export interface Inside { readonly findings: readonly PackageFinding[], readonly version: KnownHash | null }

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

// Signed with any key of this installation, also an earlier one.
async function checkedWith (bytes: Uint8Array, keys: readonly SigningKeyView[]): Promise<readonly PackageFinding[] | null> {
  let first: readonly PackageFinding[] | null = null
  for (const { publicKey } of keys) {
    const key = readPublicKey(publicKey)
    if (key === null) continue
    const { findings } = await checkPackage(bytes, key)
    if (!findings.some(({ kind }) => kind === 'wrong-key')) return findings
    first ??= findings
  }
  return first
}

/**
 * Looks into a zip that is not known as a whole: packed anew, or changed? Null when it is no package at all, or this browser
 * cannot tell (no Ed25519).
 */
export async function lookInside (bytes: Uint8Array): Promise<Inside | null> {
  if (!isZip(bytes)) return null
  try {
    const [keys, version] = await Promise.all([fetchSigningKeys(), versionIn(bytes)])
    const findings = keys.ok ? await checkedWith(bytes, keys.value) : null
    return findings === null || findings.some(({ kind }) => kind === 'no-zip' || kind === 'no-package') ? null : { findings, version }
  } catch {
    return null
  }
}

async function versionIn (bytes: Uint8Array): Promise<KnownHash | null> {
  const file = unpack(bytes)?.find(({ name }) => name === packageNames.version)
  if (file === undefined) return null
  const answer = await checkHash(await sha256(new Uint8Array(file.content)))
  return answer.ok ? answer.value.known : null
}
