import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SealProposal } from '../../shared/seal/contract.ts'
import { sealReasons, type SealReason } from '../../shared/seal/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useRight } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Section } from '../ui/section.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'

type Props = { readonly clientId: number }

const ProposeDialog = ({ clientId, onClose }: Props & { readonly onClose: () => void }) => {
  const { t } = useText()
  const [reason, setReason] = useState<SealReason>('ended')
  const [note, setNote] = useState('')
  const propose = useAct(() => desk.seal.propose({ clientId, reason, note }), onClose)
  return (
    <ConfirmDialog
      open
      title={t('seal.action.propose')}
      verb={t('seal.action.propose')}
      busy={propose.busy}
      onConfirm={() => propose.run(undefined)}
      onClose={onClose}
    >
      <Typography variant="body2" color="text.secondary" sx={{ mb: 3 }}>
        {t('seal.propose.lead')}
      </Typography>
      <Select
        label={t('seal.field.reason')}
        options={sealReasons.map((value) => ({ value, label: t(`seal.reason.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <TextInput
        label={t('seal.field.note')}
        value={note}
        onChange={setNote}
        helper={t('seal.hint.note')}
        name="seal-note"
      />
      <FailureNotice failure={propose.failure} />
    </ConfirmDialog>
  )
}

/** On the client's page: asking the keeper to seal the dossier, or that it was asked. */
export const ProposePart = ({ clientId }: Props) => {
  const { t } = useText()
  const mayPropose = useRight('dossier.propose-seal')
  const [asking, setAsking] = useState(false)
  const { data } = useQuery(deskQuery.seal.of.queryOptions({ input: { clientId } }))
  const withdraw = useAct((id: number) => desk.seal.withdraw({ id }))
  const proposal = data?.proposal
  if (!data || (!mayPropose && !proposal)) return null
  const waits = ({ reason, by }: SealProposal): string =>
    reason === null
      ? t('seal.propose.waits', { by })
      : t('seal.propose.waitsWhy', { by, reason: t(`seal.reason.${reason}`) })
  const verb = !proposal ? (
    <Button variant="text" size="small" onClick={() => setAsking(true)}>
      {t('seal.action.propose')}
    </Button>
  ) : (
    proposal.isOwn && (
      <Button variant="text" size="small" onClick={() => withdraw.run(proposal.id)}>
        {t('seal.action.withdraw')}
      </Button>
    )
  )
  return (
    <Section title={t('seal.place')} action={mayPropose && verb}>
      <Typography variant="body2" color="text.secondary" sx={{ pt: 2 }}>
        {proposal ? waits(proposal) : t('seal.propose.lead')}
      </Typography>
      <FailureNotice failure={withdraw.failure} />
      {asking && <ProposeDialog clientId={clientId} onClose={() => setAsking(false)} />}
    </Section>
  )
}
