import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { TextKey } from '../../shared/text/index.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import { skipReasons } from '../../shared/encounter/sent.ts'
import type { Step } from '../../shared/encounter/step.ts'
import { useText } from '../text/use-text.ts'
import { DeclineButton } from './fit/decline-button.tsx'
import { useMeeting } from './meeting-context.ts'
import { ReasonDialog } from './reason-dialog.tsx'

type Way = { readonly label: TextKey; readonly event: SentEvent }

const completed = (step: Step): SentEvent => ({ type: 'step.completed', step })

/** The one filled button of each step: the way on. */
const onward: Readonly<Partial<Record<Step, Way>>> = {
  scheduled: { label: 'encounter.action.begin', event: { type: 'meeting.started', unscheduled: false } },
  preparing: { label: 'encounter.action.clientHere', event: completed('preparing') },
  greeting: { label: 'encounter.action.next', event: completed('greeting') },
  discovering: { label: 'encounter.action.toPlanning', event: completed('discovering') },
  planning: { label: 'encounter.action.toFitting', event: completed('planning') },
  fitting: { label: 'encounter.action.toProposing', event: completed('fitting') },
  proposing: { label: 'encounter.action.toIntending', event: completed('proposing') },
  intending: { label: 'encounter.action.toClosing', event: completed('intending') },
  closing: { label: 'encounter.action.farewell', event: { type: 'farewell.given' } },
  reviewing: { label: 'encounter.action.finish', event: { type: 'review.written' } },
}

const SkipPlanning = () => {
  const { t } = useText()
  const { send } = useMeeting()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="outlined" size="large" onClick={() => setOpen(true)}>
        {t('encounter.action.skipPlanning')}
      </Button>
      <ReasonDialog
        open={open}
        title={t('encounter.action.skipPlanning')}
        verb={t('encounter.action.skipPlanning')}
        reasons={skipReasons.map((value) => ({ value, label: t(`exit.skip.${value}`) }))}
        onClose={() => setOpen(false)}
        onPick={(reason, note) => send({ type: 'planning.skipped', reason, note })}
      />
    </>
  )
}

const Beside = () => {
  const { t } = useText()
  const { view, send, busy } = useMeeting()
  if (view.step === 'planning') return <SkipPlanning />
  if (view.step === 'fitting' || view.step === 'proposing')
    return <DeclineButton choiceId={null} label={t('encounter.action.nothing')} />
  if (view.step === 'intending')
    return (
      <Button
        variant="outlined"
        size="large"
        disabled={busy}
        onClick={() => void send({ type: 'step.reopened', step: 'proposing' })}
      >
        {t('encounter.step.proposing')}
      </Button>
    )
  if (view.step === 'scheduled')
    return (
      <Button
        variant="outlined"
        size="large"
        disabled={busy}
        onClick={() => void send({ type: 'meeting.started', unscheduled: true })}
      >
        {t('encounter.action.clientHere')}
      </Button>
    )
  return null
}

/** What is still missing stands beside the button; pressing it anyway gets the desk's reason. */
export const MeetingFoot = () => {
  const { t, say } = useText()
  const { view, send, busy } = useMeeting()
  const way = onward[view.step]
  const missing = view.steps.find((step) => step.step === view.step)?.reasons ?? []
  return (
    <Box
      component="footer"
      sx={{
        minHeight: 64,
        px: 10,
        py: 2,
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'flex-end',
        gap: 4,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Typography variant="body2" color="text.secondary" sx={{ mr: 'auto' }}>
        {missing.map((reason) => say(`encounter.refusal.${reason}`)).join(' ')}
      </Typography>
      <Beside />
      {way && (
        <Button variant="contained" size="large" disabled={busy} onClick={() => void send(way.event)}>
          {t(way.label)}
        </Button>
      )}
    </Box>
  )
}
