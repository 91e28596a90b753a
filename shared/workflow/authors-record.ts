/**
 * Who wrote the text of a version, or what a new epoch's first text carries over of that: a file named by its hash. Its id in the table is
 * `behovsmelding/version/number` or `behovsmelding/epoch/number`.
 */
export interface AuthorsRecord { readonly id: string, readonly behovsmelding: string, readonly file: string }

/** The id of who wrote a version. */
export function versionAuthorsId (behovsmelding: string, number: number): string {
  return `${behovsmelding}/version/${number}`
}

/** The id of what an epoch carried over. */
export function epochAuthorsId (behovsmelding: string, epoch: number): string {
  return `${behovsmelding}/epoch/${epoch}`
}
