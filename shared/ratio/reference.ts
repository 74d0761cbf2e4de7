import type { PlainDate } from '../plain-date.ts'

// Reference ranges are dated data with their source, never code: three schools disagree (domain of the branch to choose).

export const ratioKeys = [
  'surplus',
  'liquidity',
  'debt',
  'solvency',
  'quick-pay',
  'debt-service',
  'investment',
  'freedom',
  'consumption',
  'premium',
  'leverage',
] as const

export type RatioKey = (typeof ratioKeys)[number]

/** Bounds in hundredths of the unit shown: 30 % = 3000, 3 months = 300. Null: open on that side. */
export type Range = { readonly least: number | null; readonly most: number | null; readonly around?: number }

export type ReferenceSet = {
  readonly key: 'textbook' | 'source-text'
  readonly validFrom: PlainDate
  readonly ranges: Readonly<Record<RatioKey, Range>>
}

const atLeast = (least: number): Range => ({ least, most: null })
const atMost = (most: number): Range => ({ least: null, most })

// "About 70 %" is read as ten points to either side.
const about = (middle: number): Range => ({ least: middle - 1000, most: middle + 1000, around: middle })

const textbook: ReferenceSet = {
  key: 'textbook',
  validFrom: '2026-01-01',
  ranges: {
    surplus: atLeast(3000),
    liquidity: { least: 300, most: 600 },
    debt: atMost(5000),
    solvency: atLeast(5000),
    'quick-pay': about(7000),
    'debt-service': atMost(4000),
    investment: about(5000),
    freedom: atLeast(2000),
    consumption: { least: 4000, most: 6000 },
    premium: atMost(1000),
    leverage: atMost(5000),
  },
}

/** The text this product grew from asks for about 60 % surplus (S0 L99); the default stays the textbook (practice §20). */
const sourceText: ReferenceSet = {
  ...textbook,
  key: 'source-text',
  ranges: { ...textbook.ranges, surplus: { least: 6000, most: null, around: 6000 } },
}

export const referenceSets: Readonly<Record<ReferenceSet['key'], ReferenceSet>> = {
  textbook,
  'source-text': sourceText,
}
