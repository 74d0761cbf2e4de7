import { join } from 'node:path'

export const sealedFolder = (vaultFolder: string): string => join(vaultFolder, 'sealed')

export const sealedFile = (vaultFolder: string, file: string): string =>
  join(sealedFolder(vaultFolder), `${file}.zyd`)

/** Until it was read back it has no name anybody looks for. */
export const unsealedName = (vaultFolder: string, file: string): string =>
  join(sealedFolder(vaultFolder), `tmp-${file}.zyd`)
