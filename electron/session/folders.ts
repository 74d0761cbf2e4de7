import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Book = 'main' | 'sample'

/** The bank's vault and the sample book are two vaults that can never be mixed. */
export const folderOf = (dataFolder: string, book: Book): string =>
  join(dataFolder, book === 'main' ? 'vault' : 'sample')

/** Where wrong passphrases are counted. */
export const attemptsOf = (dataFolder: string): string => join(dataFolder, 'attempts.json')

/**
 * The book of attempts the folder's own desk would count in: beside a vault, or above `vault/backups/` for a backup that
 * lies where it was made. Looked at first, so that naming another data folder buys no free tries. A backup on a stick
 * has none, and none is made for it: whoever holds it can guess with a program of his own, at the cost of the KDF.
 */
export const bookBeside = (folder: string): string | undefined =>
  [dirname(folder), dirname(dirname(dirname(folder)))].map(attemptsOf).find((book) => existsSync(book))
