import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { TextInput } from '../ui/text-input.tsx'

type Props = {
  readonly busy: boolean
  readonly onDecline: (why: string) => void
  readonly onClose: () => void
}

/** 退回更正: the one who asked is told why. */
export const DeclineMove = ({ busy, onDecline, onClose }: Props) => {
  const { t } = useText()
  const [why, setWhy] = useState('')
  return (
    <ConfirmDialog
      open
      title={t('exit.moves.decline')}
      verb={t('exit.moves.declineVerb')}
      busy={busy}
      disabled={why.trim() === ''}
      onConfirm={() => onDecline(why.trim())}
      onClose={onClose}
    >
      <Typography variant="body2">{t('exit.moves.declineHint')}</Typography>
      <TextInput label={t('exit.moves.declineWhy')} name="move.decline" value={why} onChange={setWhy} />
    </ConfirmDialog>
  )
}
