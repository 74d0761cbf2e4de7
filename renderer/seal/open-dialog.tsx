import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { SealedView } from '../../shared/seal/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useSealJob } from './use-seal-job.ts'

type Props = { readonly stub: SealedView; readonly onDone: () => void; readonly onClose: () => void }

export const OpenDialog = ({ stub, onDone, onClose }: Props) => {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const { clientId, name, number, waiting } = stub
  const job = useSealJob(() => desk.seal.open({ clientId, reason }), onDone)
  return (
    <ConfirmDialog
      open
      title={t('seal.action.open')}
      verb={t('seal.action.open')}
      busy={job.busy}
      disabled={reason.trim() === ''}
      onConfirm={() => job.run(undefined)}
      onClose={onClose}
    >
      <Typography sx={{ mb: 3 }}>
        {t('seal.open.lead', { name, number: number ?? '', n: waiting })}
      </Typography>
      <TextInput
        label={t('seal.field.open')}
        value={reason}
        onChange={setReason}
        name="open-reason"
        helper={t('seal.hint.note')}
        autoFocus
      />
      <FailureNotice failure={job.failure} />
    </ConfirmDialog>
  )
}
