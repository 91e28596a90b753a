const home = '/api/behovsmeldinger'

/** Where the behovsmeldinger are. */
export const behovsmeldingerAddress = home

/** The address of something of a behovsmelding. */
export const at = (id: string, ...rest: readonly (string | number)[]): string =>
  [home, ...[id, ...rest].map(part => encodeURIComponent(part))].join('/')
