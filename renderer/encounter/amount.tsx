import { formatFen } from '../../shared/money.ts'
import { useText } from '../text/use-text.ts'
import { useMeeting } from './meeting-context.ts'

/** An amount with its unit; dots of the same width while amounts are hidden (F8). */
export const Amount = ({ fen }: { readonly fen: number | null }) => {
  const { t } = useText()
  const { hidden } = useMeeting()
  if (fen === null) return <span>{t('ui.state.empty')}</span>
  const text = formatFen(fen)
  return (
    <span>
      {hidden ? text.replace(/\d/g, '•') : text}
      {t('ui.field.yuan')}
    </span>
  )
}
