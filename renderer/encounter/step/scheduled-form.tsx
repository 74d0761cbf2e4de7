import Typography from '@mui/material/Typography'
import { useText } from '../../text/use-text.ts'
import { useMeeting } from '../meeting-context.ts'
import { StepSheet } from '../step-sheet.tsx'

export const ScheduledForm = () => {
  const { t } = useText()
  const { view } = useMeeting()
  const { date, time, place } = view.appointment
  return (
    <StepSheet title={t('encounter.step.scheduled')}>
      <Typography variant="lead">
        {[date ?? '', time, place].filter((part) => part !== '').join(' · ')}
      </Typography>
      <Typography color="text.secondary">{view.clientName}</Typography>
    </StepSheet>
  )
}
