import type { PartWords } from '../../shared/statement/parts.ts'
import { useText } from '../text/use-text.ts'

/** The words of the two charts in the window's language. */
export const usePartWords = (): PartWords => {
  const { t } = useText()
  return {
    work: t('statement.part.work'),
    passive: t('statement.part.passive'),
    consumption: t('statement.part.consumption'),
    premium: t('statement.part.premium'),
    loans: t('statement.part.loans'),
    surplus: t('statement.part.surplus'),
    deficit: t('statement.part.deficit'),
    liquid: t('statement.part.liquid'),
    financial: t('statement.part.financial'),
    real: t('statement.part.real'),
    debts: t('statement.part.debts'),
    net: t('statement.part.net'),
    other: t('statement.part.other'),
    salaryOf: (name) => t('statement.part.salaryOf', { name }),
  }
}
