import type { Policy } from '../setting/contract.ts'
import { readingsOf } from '../search/pinyin.ts'

/** YH for 云湖路支行: the branch's first two signs as people write them on a spine; FH when it has no reading. */
export const branchInitials = (branch: string): string => {
  const signs = [...branch.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')].slice(0, 2).join('')
  if (/^[A-Za-z0-9]+$/.test(signs)) return signs.toUpperCase()
  const [reading] = readingsOf(signs)
  const letters = (reading?.syllables ?? []).map((syllable) => syllable[0] ?? '').join('')
  return /^[A-Za-z]+$/.test(letters) ? letters.toUpperCase() : 'FH'
}

/** What stands in front of a dossier number: as the branch settled it, else its initials. */
export const dossierCode = ({ branchCode, branch }: Pick<Policy, 'branchCode' | 'branch'>): string =>
  branchCode === '' ? branchInitials(branch) : branchCode
