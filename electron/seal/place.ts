import { join } from 'node:path'

export const sealedFolder = (vaultFolder: string): string => join(vaultFolder, 'sealed')

export const sealedFile = (vaultFolder: string, file: string): string =>
  join(sealedFolder(vaultFolder), `${file}.zyd`)

/** Until it was read back it has no name anybody looks for. */
export const unsealedName = (vaultFolder: string, file: string): string =>
  join(sealedFolder(vaultFolder), `tmp-${file}.zyd`)

/** Called before each step that can't be taken back; drills kill the process there. The product leaves it out. */
export type Step = (name: string) => void
