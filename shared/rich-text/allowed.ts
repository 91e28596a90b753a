/** Addresses a link may have. Anything else (`javascript:` above all) is not a link. */
export const linkProtocols = ['http', 'https', 'mailto', 'tel'] as const

/** Whether a link's address may be kept. Relative addresses are not: a document has no place they are relative to. */
export function isAllowedLink (address: unknown): boolean {
  return typeof address === 'string' && linkProtocols.some(protocol => address.toLowerCase().startsWith(`${protocol}:`))
}

/** Whether a value has the shape of a stored image's hash: 64 lower-case hexadecimal digits. */
export function isImageHash (value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}
