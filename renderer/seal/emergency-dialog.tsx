import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import Typography from '@mui/material/Typography'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SealedView } from '../../shared/seal/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { SecretInput } from '../ui/secret-input.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import type { Card } from '../unlock/card.ts'
import { CardCheck } from '../unlock/card-check.tsx'
import { CardSheet } from '../unlock/card-sheet.tsx'

type Props = { readonly stub: SealedView; readonly onDone: () => void; readonly onClose: () => void }

/** The new card in the place of the one that was used; nothing else goes on before it was read back. */
const NewCard = ({ card }: { readonly card: Card }) => {
  const { t } = useText()
  const session = useSession()
  const [checking, setChecking] = useState(false)
  return (
    <Dialog open fullWidth maxWidth="md" aria-label={t('seal.emergency.newCard')}>
      <DialogContent>
        {checking ? (
          <CardCheck card={card} onBack={() => setChecking(false)} />
        ) : (
          <Box sx={{ display: 'grid', gap: 3 }}>
            <Typography>{t('seal.emergency.newCard')}</Typography>
            <CardSheet card={card} session={session} />
            <Button variant="contained" onClick={() => setChecking(true)} sx={{ justifySelf: 'start' }}>
              {t('seal.emergency.next')}
            </Button>
          </Box>
        )}
      </DialogContent>
    </Dialog>
  )
}

const useSecond = () => {
  const { name } = useSession()
  const { data } = useQuery(deskQuery.session.state.queryOptions())
  return (data?.doors ?? [])
    .filter((door) => door.name !== name)
    .map((door) => ({ value: door.slotId, label: door.name }))
}

/** 紧急启封: two persons on one screen, and a reason. */
export const EmergencyDialog = ({ stub, onDone, onClose }: Props) => {
  const { t } = useText()
  const queries = useQueryClient()
  const others = useSecond()
  const [second, setSecond] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [words, setWords] = useState('')
  const [reason, setReason] = useState('')
  const [card, setCard] = useState<Card | null>(null)
  const { clientId } = stub
  const act = useAct(
    () => desk.seal.openEmergency({ clientId, reason, secondSlotId: second ?? '', passphrase, card: words }),
    (answer) => {
      setCard(answer.card)
      if (answer.card !== null) return
      void queries.invalidateQueries()
      onDone()
    },
  )
  if (card) return <NewCard card={card} />
  return (
    <ConfirmDialog
      open
      title={`${t('seal.action.emergency')} · ${stub.name} ${stub.number ?? ''}`}
      verb={t('seal.action.emergency')}
      busy={act.busy}
      disabled={second === null || passphrase === '' || reason.trim() === ''}
      onConfirm={() => act.run(undefined)}
      onClose={onClose}
    >
      <Typography sx={{ mb: 4 }}>{t('seal.emergency.lead')}</Typography>
      <TextInput label={t('seal.field.open')} value={reason} onChange={setReason} name="emergency-reason" />
      <Select
        label={t('seal.field.second')}
        options={others}
        value={second}
        onChange={setSecond}
        helper={t('seal.hint.second')}
      />
      <SecretInput label={t('seal.field.passphrase')} value={passphrase} onChange={setPassphrase} />
      <TextInput
        label={t('seal.field.card')}
        value={words}
        onChange={setWords}
        helper={t('seal.hint.card')}
        name="emergency-card"
      />
      <FailureNotice failure={act.failure} />
    </ConfirmDialog>
  )
}
