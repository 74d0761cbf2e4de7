import type { Fill } from '../../shared/chart/bars.ts'

// On screen hatching means missing or owed; solid ink is what the client keeps (look §8).

export type ScreenFill = Fill | 'owed' | 'own'

const byKey: Readonly<Record<string, ScreenFill>> = {
  liquid: 4,
  financial: 3,
  real: 1,
  debts: 'owed',
  net: 'own',
  'salary-0': 1,
  'salary-1': 3,
  work: 4,
  passive: 5,
  deficit: 'owed',
  consumption: 3,
  premium: 4,
  loans: 'owed',
  surplus: 1,
}

export const screenFill = (key: string): ScreenFill => byKey[key] ?? 5
