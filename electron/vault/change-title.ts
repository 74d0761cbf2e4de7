import { fail, ok, type Result } from '../../shared/result.ts'
import { readHeaders, writeHeader } from './header-file.ts'
import { isGenuine, signHeader } from './header.ts'
import type { VaultKeys } from './vault-keys.ts'

export type Title = { readonly bank: string; readonly branch: string }

/** Puts the branch's name on the unlock screen; does nothing when it already stands there. */
export const changeTitle = (folder: string, keys: VaultKeys, title: Title): Result<null> => {
  const header = readHeaders(folder).readable.find((copy) => isGenuine(copy, keys.vmk))
  if (!header) return fail({ code: 'damaged', part: 'header' })
  if (header.title.bank === title.bank && header.title.branch === title.branch) return ok(null)
  writeHeader(folder, signHeader({ ...header, seq: header.seq + 1, title: { ...title } }, keys.vmk), keys.vmk)
  return ok(null)
}
