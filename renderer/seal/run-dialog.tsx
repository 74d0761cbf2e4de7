import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import type { SealProposal } from '../../shared/seal/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { desk, deskQuery } from '../desk/desk.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useSealJob } from './use-seal-job.ts'

type Props = {
  readonly proposal: SealProposal
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What stays, what goes, and which older copies still hold it: said before the act (decisions 2). */
export const RunDialog = ({ proposal, onDone, onClose }: Props) => {
  const { t, language } = useText()
  const { data: copies } = useQuery(deskQuery.seal.olderCopies.queryOptions())
  const job = useSealJob(() => desk.seal.run({ proposalId: proposal.id }), onDone)
  const { name, number } = proposal
  const until = copies?.until ?? null
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
      {copies && (
        <Typography variant="body2" color="text.secondary">
          {until === null
            ? t('seal.run.noCopies')
            : t('seal.run.copies', { count: copies.count, until: dayText(until, language) })}
        </Typography>
      )}
      <FailureNotice failure={job.failure} />
    </ConfirmDialog>
  )
}
