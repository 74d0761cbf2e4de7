import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupStatus } from '../../shared/backup/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Section } from '../ui/section.tsx'

/** 64 MB to give up on a full disk; no data is ever offered for deletion. */
export const BackupReserve = ({ status }: { readonly status: BackupStatus }) => {
  const { t } = useText()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const free = useAct(
    () => desk.backup.freeReserve(),
    (next) => {
      queries.setQueryData(deskQuery.backup.status.queryKey(), next)
      setAsking(false)
    },
  )
  const give = (
    <Button variant="text" size="small" onClick={() => setAsking(true)}>
      {t('settings.backup.reserve.free')}
    </Button>
  )
  return (
    <Section level="h3" title={t('settings.backup.reserve.title')} action={status.reserve ? give : null}>
      <Typography variant="body2" color="text.secondary" sx={{ pt: 2 }}>
        {t(status.reserve ? 'settings.backup.reserve.there' : 'settings.backup.reserve.gone')}
      </Typography>
      <FailureNotice failure={free.failure} />
      <ConfirmDialog
        open={asking}
        title={t('settings.backup.reserve.free')}
        verb={t('settings.backup.reserve.free')}
        busy={free.busy}
        onConfirm={() => free.run(undefined)}
        onClose={() => setAsking(false)}
      >
        <Typography>{t('settings.backup.reserve.ask')}</Typography>
      </ConfirmDialog>
    </Section>
  )
}
