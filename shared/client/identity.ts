import { plainDate, type PlainDate } from '../plain-date.ts'
import type { Sex } from './model.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checks = '10X98765432'

/** Check character of the first 17 digits (GB 11643-1999). */
export const checkCharacter = (first17: string): string =>
  checks.charAt(weights.reduce((sum, weight, at) => sum + weight * Number(first17.charAt(at)), 0) % 11)

/** The old 15-digit form gets the century and its check character; everything else comes back as it is. */
export const to18 = (number: string): string => {
  if (!/^\d{15}$/.test(number)) return number
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`
  return first17 + checkCharacter(first17)
}

export type IdentityReading = { readonly birthDate: PlainDate; readonly sex: Sex }

/**
 * What a resident id says of its holder; null when the form, the check character or the birth date is wrong, or the
 * birth date lies after `today`.
 */
export const readResidentId = (text: string, today: PlainDate): IdentityReading | null => {
  const number = to18(text.toUpperCase())
  if (!/^\d{17}[\dX]$/.test(number)) return null
  if (checkCharacter(number.slice(0, 17)) !== number.charAt(17)) return null
  const birthDate = plainDate(
    Number(number.slice(6, 10)),
    Number(number.slice(10, 12)),
    Number(number.slice(12, 14)),
  )
  if (birthDate === null || birthDate > today) return null
  return { birthDate, sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female' }
}
