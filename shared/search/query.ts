import { plainText } from './name-text.ts'
import { letteredCode, phoneHead } from './tokens.ts'

export type Query =
  | { readonly kind: 'match'; readonly match: string }
  /** Nothing to look for yet. */
  | { readonly kind: 'empty' }
  /** Digits that would feel out hidden ones: the answer is to type the last four or the whole number. */
  | { readonly kind: 'tail-or-whole' }

const quoted = (term: string): string => `"${term}"`
const begins = (term: string): string => `"${term}"*`

// What doesn't begin with a digit may be a word of a name or a code with letters; in the index the two stand apart.
const nameOrCode = (term: string, form: (text: string) => string): string =>
  /^\d/.test(term) ? form(term) : `(${form(term)} OR ${form(letteredCode(term))})`

// Below eleven signs a term may lie inside the hidden part of a number (its last 8, its last 6), so only whole numbers
// pass. Codes with letters (passports) are shorter; eight signs can't be an id's last six.
const isWhole = (term: string): boolean => term.length >= 11 || (/[a-z]/.test(term) && term.length >= 8)

/**
 * A term for somebody who may not see the numbers: up to three digits are the visible head of a phone, four the
 * visible tail of any number, a whole number is whole; every other length could feel out what is masked. Letters alone
 * are looked for in names only, since the letters of a passport are masked too.
 */
const guarded = (term: string): string | null => {
  if (!/\d/.test(term)) return begins(term)
  if (/^\d{1,3}$/.test(term)) return begins(phoneHead(term))
  if (term.length === 4 || isWhole(term)) return nameOrCode(term, quoted)
  return null
}

const termsOf = (text: string): readonly string[] => {
  // A dot or blank between two Han signs belongs to the name, which is indexed without it.
  const plain = plainText(text).replace(/(\p{Script=Han})\s+(?=\p{Script=Han})/gu, '$1')
  // Han and Latin typed without a blank between them are two terms: 张w.
  const parted = plain
    .replace(/(\p{Script=Han})(?=[a-z\d])/gu, '$1 ')
    .replace(/([a-z\d])(?=\p{Script=Han})/gu, '$1 ')
  return parted
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '')
    .slice(0, 6)
}

/** What was typed as one full-text query; both forms are one query each. */
export const queryOf = (text: string, mayReveal: boolean): Query => {
  const terms = termsOf(text)
  if (terms.length === 0) return { kind: 'empty' }
  const parts = terms.map((term) => (mayReveal ? nameOrCode(term, begins) : guarded(term)))
  if (parts.some((part) => part === null)) return { kind: 'tail-or-whole' }
  return { kind: 'match', match: parts.join(' AND ') }
}
