import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useText } from '../text/use-text.ts'

type Props = {
  /** As the desk masked it: `138****6021`. */
  readonly value: string
  /** The open value, once the desk has given and logged it. */
  readonly open?: string | null
  /** Names the value for a screen reader: "show phone". */
  readonly label: string
  /** Absent: this person may not see it. */
  readonly onShow?: () => void
  readonly onHide?: () => void
}

export const Masked = ({ value, open, label, onShow, onHide }: Props) => {
  const { t } = useText()
  const shown = open !== undefined && open !== null
  const act = shown ? onHide : onShow
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 2, alignItems: 'baseline' }}>
      <span>{shown ? open : value}</span>
      {act && (
        <Link
          component="button"
          type="button"
          variant="body2"
          aria-label={`${t(shown ? 'ui.field.hide' : 'ui.field.show')} ${label}`}
          onClick={act}
        >
          {t(shown ? 'ui.field.hide' : 'ui.field.show')}
        </Link>
      )}
    </Box>
  )
}
