import { checkPackage, fingerprintOf, mostPackageBytes, packageNames, readPublicKey, unpack, type PackageFinding, type PackageVerdict } from '@samskriv/shared/package'
import { sha256 } from '@samskriv/shared/version'
import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** 0: it is the package that was delivered, whole. 1: it is not. 2: it could not be checked. */
const exit = { whole: 0, wrong: 1, unchecked: 2 } as const

const usage = `Usage: npm run check-package -- FILE.zip --key PUBLIC-KEY.pem
   or: npm run check-package -- FILE.zip --fingerprint HEX   (the key is then taken from the package, and held to that)
The public key is at /api/signing-key.pem of the installation that delivered; its fingerprint on the page /sjekk there.`

/** What is said instead of an answer: what was asked cannot be looked at. */
class Unchecked extends Error {}

// npm runs scripts in the project's folder and says here where one stood.
const from = process.env['INIT_CWD'] ?? process.cwd()

async function read (name: string): Promise<Uint8Array<ArrayBuffer>> {
  const path = resolve(from, name)
  try {
    if ((await stat(path)).size > mostPackageBytes * 2) throw new Unchecked(`${path} is too large to be a package.`)
    return new Uint8Array(await readFile(path))
  } catch (error) {
    throw error instanceof Unchecked ? error : new Unchecked(`${path} cannot be read.`)
  }
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

async function keyFrom (asked: { readonly key?: string | undefined, readonly fingerprint?: string | undefined }, zip: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  if (asked.key !== undefined) {
    const key = readPublicKey(text(await read(asked.key)))
    if (key === null) throw new Unchecked(`${asked.key} is no Ed25519 public key (PEM).`)
    return key
  }
  const inside = unpack(zip)?.find(file => file.name === packageNames.publicKey)
  const key = inside === undefined ? null : readPublicKey(text(inside.content))
  if (key === null) throw new Unchecked('There is no public key in the package. Get it from the installation that delivered, and name it with --key.')
  return key
}

function inWords (finding: PackageFinding): string {
  switch (finding.kind) {
    case 'no-zip': return 'it is no zip, or the zip is damaged'
    case 'no-package': return `it is no package: ${finding.name} is not there, or cannot be read`
    case 'wrong-key': return `signed with another key (fingerprint ${finding.signed}) than the one given (${finding.given})`
    case 'wrong-signature': return 'the signature does not fit: manifest.json or manifest.sig was changed after it was signed'
    case 'changed': return `${finding.name}: changed, it is not the file that was signed`
    case 'missing': return `${finding.name}: missing`
    case 'added': return `${finding.name}: added, it is not in the manifest`
    case 'chain': return 'the version in it is not the one the manifest names, or the versions before it do not follow on each other'
    case 'wrapping': return 'every file in it is as it was signed, but the zip around them is not the one that was made: packed anew, or changed outside the files'
  }
}

function report ({ manifest, findings }: PackageVerdict, hash: string, fingerprint: string): readonly string[] {
  const about = manifest === null || findings.length > 0 ? [] : [
    `Delivery ${manifest.delivery.number} of version ${manifest.version.number}: ${manifest.behovsmelding.title}`,
    `Delivered ${manifest.delivery.on} to ${manifest.delivery.to}${manifest.delivery.reference === '' ? '' : `, reference ${manifest.delivery.reference}`}`,
    `Version's SHA-256 ${manifest.version.hash}`,
    `${manifest.files.length} files, each as it was signed`,
  ]
  return [
    `Package's SHA-256 ${hash}`, `Key's fingerprint ${fingerprint}`, ...about,
    ...findings.map(finding => `  WRONG: ${inWords(finding)}`),
    findings.length === 0 ? 'This is the package that was delivered.' : 'This is not the package as it was delivered.',
  ]
}

async function main (): Promise<void> {
  const { values, positionals: [file, ...rest] } = options()
  const fingerprint = values.fingerprint?.toLowerCase().replaceAll(/[\s:]/g, '')
  if (file === undefined || rest.length > 0 || (values.key === undefined) === (fingerprint === undefined)) throw new Unchecked(usage)
  const zip = await read(file)
  const key = await keyFrom(values, zip)
  const signedWith = await fingerprintOf(key)
  const verdict = fingerprint === undefined || fingerprint === signedWith ? await checkPackage(zip, key)
    : { manifest: null, findings: [{ kind: 'wrong-key', signed: signedWith, given: fingerprint }] } satisfies PackageVerdict
  process.stdout.write(`${basename(file)}\n${report(verdict, await sha256(zip), signedWith).join('\n')}\n`)
  process.exitCode = verdict.findings.length === 0 ? exit.whole : exit.wrong
}

function options () {
  try {
    return parseArgs({ allowPositionals: true, options: { key: { type: 'string' }, fingerprint: { type: 'string' } } })
  } catch {
    throw new Unchecked(usage)
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Unchecked ? error.message : error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
  process.exitCode = exit.unchecked
})
