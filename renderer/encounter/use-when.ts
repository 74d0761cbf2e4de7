import type { EncounterLine } from '../../shared/encounter/view.ts'
import { useSession } from '../app/session-context.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'

/** When a meeting is or was: its appointment while it is only scheduled, else when it was begun. */
export const useWhen = (): ((line: EncounterLine) => string) => {
  const { zone } = useSession()
  const { language } = useText()
  return (line) =>
    line.appointment.date !== null && line.step === 'scheduled'
      ? `${line.appointment.date} ${line.appointment.time}`
      : momentText(line.createdAt, zone, language)
}
