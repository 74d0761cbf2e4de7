import { useText } from '../text/use-text.ts'

// The shelf writes a hundred years for insurance that lasts for life.
const lifelongDays = 36_500

/** The term of a product in the words of the client's face, which the manager's shelf uses too. */
export const useTermText = (): ((days: number | null) => string) => {
  const { t } = useText()
  return (days) => {
    if (days === null) return t('face.noTerm')
    if (days >= lifelongDays) return t('face.lifelong')
    // The shelf counts 365 days a year: three years, not 1095 days.
    return days % 365 === 0 ? t('face.years', { years: days / 365 }) : t('face.days', { days })
  }
}
