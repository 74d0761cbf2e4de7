import Typography from '@mui/material/Typography'
import type { NextContact } from '../../shared/client/contract.ts'
import { useSession } from '../app/session-context.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'

/** In one line: when and how this client is met or spoken to next, or that nothing is agreed. */
export const NextLead = ({ next }: { readonly next: NextContact | null }) => {
  const { t, language } = useText()
  const { today } = useSession()
  const words = (): string => {
    if (next === null) return t('client.next.none')
    const { kind, date, time, channel } = next
    const day = date === today ? t('client.next.today') : dayText(date ?? today, language, today)
    const way = channel === null ? '' : t(`encounter.contact.channels.${channel}`)
    return t(`client.next.${kind}`, { day, time, channel: way })
  }
  return <Typography variant="lead">{words()}</Typography>
}
