import { readHeaders } from './header-file.ts'
import { isGenuine } from './header.ts'

/** The archive role's public half from the genuine header, read anew each time: it is the one that counts now. */
export const archivePublicKey = (folder: string, vmk: Uint8Array): Buffer | undefined => {
  const header = readHeaders(folder).readable.find((copy) => isGenuine(copy, vmk))
  const half = header?.roles.archive
  return half === undefined ? undefined : Buffer.from(half, 'base64')
}
