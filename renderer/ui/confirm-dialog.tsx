import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../text/use-text.ts'

type Props = {
  readonly open: boolean
  readonly title: string
  /** Repeats the title's verb; never a bare "confirm". */
  readonly verb: string
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export const ConfirmDialog = ({ open, title, verb, busy, disabled, onConfirm, onClose, children }: Props) => {
  const { t } = useText()
  const id = useId()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>{children}</DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('ui.action.cancel')}</Button>
        <Button variant="contained" disabled={busy || disabled} onClick={onConfirm}>
          {verb}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
