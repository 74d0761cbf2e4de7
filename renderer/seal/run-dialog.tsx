import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import type { SealProposal } from '../../shared/seal/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { HeldLines } from './held-lines.tsx'
import { useSealJob } from './use-seal-job.ts'

type Props = {
  readonly proposal: SealProposal
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What stays, what goes, and which older copies still hold it: said before the act (decisions 2). */
export const RunDialog = ({ proposal, onDone, onClose }: Props) => {
  const { t } = useText()
  const { data: copies } = useQuery(deskQuery.seal.olderCopies.queryOptions())
  const job = useSealJob(() => desk.seal.run({ proposalId: proposal.id }), onDone)
  const { name, number } = proposal
  return (
    <ConfirmDialog
      open
      title={t('seal.action.run')}
      verb={t('seal.action.run')}
      busy={job.busy}
      onConfirm={() => job.run(undefined)}
      onClose={onClose}
    >
      <Typography sx={{ mb: 3 }}>{t('seal.run.lead', { name, number: number ?? '' })}</Typography>
      {copies && <HeldLines copies={copies} />}
      {copies && copies.count > 0 && (
        <Typography variant="body2" color="text.secondary">
          {t('seal.run.earlier')}
        </Typography>
      )}
      <FailureNotice failure={job.failure} />
    </ConfirmDialog>
  )
}
