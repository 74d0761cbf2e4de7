import { useText } from '../text/use-text.ts'

// The shelf writes a hundred years for insurance that lasts for life.
const lifelongDays = 36_500

/** The term of a product in the words of the client's face, which the manager's shelf uses too. */
export const useTermText = (): ((days: number | null) => string) => {
  const { t } = useText()
  return (days) => {
    if (days === null) return t('face.noTerm')
    return days >= lifelongDays ? t('face.lifelong') : t('face.days', { days })
  }
}
