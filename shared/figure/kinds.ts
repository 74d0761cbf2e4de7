// What can stand in tables 2 and 3 (S0 L95-97, F12, F13), in the order of the paper.

export const incomeKinds = [
  'salary',
  'bonus',
  'business-income',
  'rent-income',
  'interest',
  'dividend',
  'investment-income',
  'pension',
  'other-income',
] as const

export const expenseKinds = [
  'living',
  'loan-payment',
  'rent-paid',
  'transport',
  'education',
  'medical',
  'support',
  'premium',
  'leisure',
  'gifts',
  'tax',
  'other-expense',
] as const

export const assetKinds = {
  liquid: ['cash', 'demand', 'money-fund'],
  financial: [
    'time-deposit',
    'bond',
    'wealth',
    'fund',
    'stock',
    'metal',
    'trust',
    'cash-value',
    'other-financial',
  ],
  real: ['home', 'let-home', 'factory', 'car', 'collection', 'equity', 'other-real'],
} as const

export const debtKinds = {
  short: ['card', 'consumer-loan', 'private-loan'],
  long: ['home-loan', 'let-home-loan', 'car-loan', 'business-loan', 'bank-loan'],
} as const

export type IncomeKind = (typeof incomeKinds)[number]
export type ExpenseKind = (typeof expenseKinds)[number]
export type AssetGroup = keyof typeof assetKinds
export type DebtGroup = keyof typeof debtKinds
export type AssetKind = (typeof assetKinds)[AssetGroup][number]
export type DebtKind = (typeof debtKinds)[DebtGroup][number]
export type FigureKind = IncomeKind | ExpenseKind | AssetKind | DebtKind | 'guarantee'

export const assetGroups = ['liquid', 'financial', 'real'] as const satisfies readonly AssetGroup[]
export const debtGroups = ['short', 'long'] as const satisfies readonly DebtGroup[]

export const figureKinds: readonly FigureKind[] = [
  ...incomeKinds,
  ...expenseKinds,
  ...assetGroups.flatMap((group): readonly AssetKind[] => assetKinds[group]),
  ...debtGroups.flatMap((group): readonly DebtKind[] => debtKinds[group]),
  'guarantee',
]

const within = (kinds: readonly string[], kind: FigureKind): boolean => kinds.includes(kind)

/** Counted for a period; everything else is a balance on a day. */
export const isFlow = (kind: FigureKind): boolean => within(incomeKinds, kind) || within(expenseKinds, kind)

/** Income lines are kept apart by person where a person earns it. */
export const isPersonal = (kind: FigureKind): boolean =>
  within(['salary', 'bonus', 'business-income', 'pension'], kind)
