import { join } from 'node:path'

export type Book = 'main' | 'sample'

/** The bank's vault and the sample book are two vaults that can never be mixed. */
export const folderOf = (dataFolder: string, book: Book): string =>
  join(dataFolder, book === 'main' ? 'vault' : 'sample')

/** Where wrong passphrases are counted. */
export const attemptsOf = (dataFolder: string): string => join(dataFolder, 'attempts.json')
