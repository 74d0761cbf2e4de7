import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { commonSecrets } from './common-secrets.ts'

export type Strength = 'weak' | 'fair' | 'good' | 'strong'

export type PassphraseJudgement =
  | { readonly accepted: true; readonly strength: Strength }
  | {
      readonly accepted: false
      readonly strength: Strength
      readonly reason: 'too-short' | 'too-easy' | 'too-long'
    }

const longEnough = 12
const shortest = 8
const longest = 256

const meter = new ZxcvbnFactory({ dictionary: { common: [...commonSecrets] } })

const strengths: readonly Strength[] = ['weak', 'weak', 'fair', 'good', 'strong']

const score = (passphrase: string, known: readonly string[]): number =>
  // The meter's time grows with the length; what lies beyond 64 signs only makes it stronger.
  meter.check(
    passphrase.slice(0, 64),
    known.filter((word) => word.length > 0),
  ).score

/**
 * Twelve signs, or eight that are hard to guess. Even twelve are refused when they are one sign or one habit
 * repeated. `known` are words about the person, e.g. the name.
 */
export const judgePassphrase = (passphrase: string, known: readonly string[] = []): PassphraseJudgement => {
  const signs = [...passphrase].length
  if (signs > longest) return { accepted: false, strength: 'weak', reason: 'too-long' }
  const guessed = signs === 0 ? 0 : score(passphrase, known)
  const strength = strengths[guessed] ?? 'weak'
  if (signs < shortest) return { accepted: false, strength: 'weak', reason: 'too-short' }
  if (signs >= longEnough) {
    return guessed === 0 ? { accepted: false, strength, reason: 'too-easy' } : { accepted: true, strength }
  }
  return guessed >= 3 ? { accepted: true, strength } : { accepted: false, strength, reason: 'too-easy' }
}
