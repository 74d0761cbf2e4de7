import type { DossierLine } from '../../shared/custody/contract.ts'
import { useSession } from '../app/session-context.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'

/** Instants and delays of dossiers in words, in the branch's zone. */
export const useMoment = () => {
  const { t, language } = useText()
  const { zone } = useSession()
  return {
    at: (instant: number | null): string => (instant === null ? '' : momentText(instant, zone, language)),
    late: (late: NonNullable<DossierLine['late']>): string =>
      late.days === 0 && late.hours === 0 ? t('custody.lateNow') : t('custody.late', late),
  }
}
