import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { contactSources } from '../../shared/contact/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'

type Source = (typeof contactSources)[number]
type Appointment = { readonly date: string; readonly time: string; readonly place: string }

/** For the client's page: the client is here, or comes on another day. */
export const StartMeeting = ({ clientId }: { readonly clientId: number }) => {
  const { t } = useText()
  const { today } = useSession()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const [source, setSource] = useState<Source>('walk-in')
  const [at, setAt] = useState<Appointment>({ date: today, time: '10:00', place: '' })
  const start = useAct(
    (appointment: Appointment | null) =>
      desk.encounter.start({
        clientId,
        source: appointment === null ? source : 'appointment',
        appointment,
        present: [],
        continues: null,
      }),
    ({ id }) => void navigate(`/encounter/${id}`),
  )
  return (
    <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', alignItems: 'flex-end' }}>
      <Box sx={{ width: 200 }}>
        <Select
          tight
          name="start.source"
          label={t('encounter.start.source')}
          value={source}
          options={contactSources.map((value) => ({ value, label: t(`encounter.source.${value}`) }))}
          onChange={setSource}
        />
      </Box>
      <Button variant="contained" disabled={start.busy} onClick={() => start.run(null)}>
        {t('encounter.start.now')}
      </Button>
      <Button variant="outlined" disabled={start.busy} onClick={() => setAsking(true)}>
        {t('encounter.start.later')}
      </Button>
      <FailureNotice failure={start.failure} />
      <ConfirmDialog
        open={asking}
        title={t('encounter.start.later')}
        verb={t('encounter.start.verb')}
        disabled={at.date === ''}
        onConfirm={() => start.run(at)}
        onClose={() => setAsking(false)}
      >
        <DateInput
          label={t('encounter.start.date')}
          value={at.date}
          onChange={(date) => setAt({ ...at, date })}
        />
        <TextInput
          label={t('encounter.start.time')}
          value={at.time}
          onChange={(time) => setAt({ ...at, time })}
        />
        <TextInput
          label={t('encounter.start.place')}
          value={at.place}
          onChange={(place) => setAt({ ...at, place })}
        />
      </ConfirmDialog>
    </Box>
  )
}
