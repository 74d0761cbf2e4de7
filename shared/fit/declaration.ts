import { z } from 'zod'

/** What an insurance with uncertain benefit asks for, all amounts in fen. */
export const premiumSchema = z.object({
  kind: z.enum(['single', 'yearly']),
  /** Years of payment; 1 for a single premium. */
  years: z.number().int().min(1).max(80),
  premium: z.number().int().positive(),
  familyIncome: z.number().int().positive(),
  /** What the client set aside for it. */
  budget: z.number().int().positive(),
})

export type Premium = z.infer<typeof premiumSchema>

export const declarationFlags = ['singlePremium', 'yearlyPremium', 'payingAge', 'overBudget'] as const

export type DeclarationFlag = (typeof declarationFlags)[number]

/** Shares in hundredths of a percent, as they are shown beside the flags. */
export type Declaration = {
  readonly flags: readonly DeclarationFlag[]
  readonly incomeShare: number
  readonly budgetShare: number
  readonly lastPayingAge: number
}

const hundredths = (part: number, whole: number): number =>
  Number((BigInt(part) * 10_000n * 2n + BigInt(whole)) / (BigInt(whole) * 2n))

/**
 * When a signed declaration is needed (order 2025-7 Art. 39): a single premium above four yearly family incomes, a
 * yearly one above a fifth of it, payment years and age reaching 75, a premium of one and a half budgets.
 */
export const declarationOf = (premium: Premium, age: number): Declaration => {
  const lastPayingAge = premium.years + age
  const checks: Readonly<Record<DeclarationFlag, boolean>> = {
    singlePremium: premium.kind === 'single' && premium.premium > premium.familyIncome * 4,
    yearlyPremium: premium.kind === 'yearly' && premium.premium * 5 > premium.familyIncome,
    payingAge: lastPayingAge >= 75,
    overBudget: premium.premium * 2 >= premium.budget * 3,
  }
  return {
    flags: declarationFlags.filter((flag) => checks[flag]),
    incomeShare: hundredths(premium.premium, premium.familyIncome),
    budgetShare: hundredths(premium.premium, premium.budget),
    lastPayingAge,
  }
}
