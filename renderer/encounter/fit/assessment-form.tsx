import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useSession } from '../../app/session-context.ts'
import { useText } from '../../text/use-text.ts'
import { Choice, ChoiceMany } from '../../ui/choice.tsx'
import { Select } from '../../ui/select.tsx'
import { mayAssessAgain } from '../../../shared/assessment/counts.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useMeeting } from '../meeting-context.ts'
import { Row } from '../step-sheet.tsx'

const channels = ['counter-slip', 'mobile-bank', 'terminal'] as const
const levels = ['1', '2', '3', '4', '5'] as const

type AskAgainProps = { readonly again: boolean; readonly onChange: (again: boolean) => void }

const AskAgain = ({ again, onChange }: AskAgainProps) => {
  const { t } = useText()
  return (
    <ChoiceMany
      meeting
      tight
      label={t('encounter.refusal.levelConfirmedAgain')}
      name="assessment.again"
      values={again ? ['yes'] : []}
      options={[{ value: 'yes', label: t('assessment.again') }]}
      onChange={(values) => onChange(values.length > 0)}
    />
  )
}

// Only a warning: the count is per institution, and what other branches did is not known here (practice 6).
const CountWarning = ({ date }: { readonly date: string }) => {
  const { say } = useText()
  const { view } = useMeeting()
  const allowed = date === '' ? null : mayAssessAgain(view.assessmentDays, date)
  if (!allowed || allowed.ok || allowed.failure.code !== 'refused') return null
  return <Notice kind="soon" title={say(`assessment.refusal.${allowed.failure.rule}`)} />
}

/** The bank's slip, typed in: level, date, number. This product sets no level of its own (practice 6). */
export const AssessmentForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useText()
  const { today } = useSession()
  const { view, send, busy } = useMeeting()
  const [level, setLevel] = useState<(typeof levels)[number] | null>(null)
  const [date, setDate] = useState(today)
  const [serial, setSerial] = useState('')
  const [channel, setChannel] = useState<(typeof channels)[number]>('counter-slip')
  const [again, setAgain] = useState(false)
  const { assessment: known } = view
  const differs =
    level !== null && known !== null && (known.level !== Number(level) || known.standing === 'unconfirmed')
  const record = async (): Promise<void> => {
    const taken = await send({
      type: 'assessment.recorded',
      level: Number(level),
      date,
      serial: serial.trim(),
      channel,
      confirmedAgain: again,
    })
    if (taken) onDone()
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, pt: 3 }}>
      <Row>
        <Choice
          meeting
          tight
          label={t('assessment.level')}
          name="assessment.level"
          value={level}
          options={levels.map((value) => ({ value, label: `C${value}` }))}
          onChange={setLevel}
        />
        <Select
          meeting
          tight
          label={t('assessment.channel')}
          name="assessment.channel"
          value={channel}
          options={channels.map((value) => ({ value, label: t(`assessment.channels.${value}`) }))}
          onChange={setChannel}
        />
      </Row>
      <Row>
        <DateInput
          meeting
          tight
          name="assessment.date"
          label={t('assessment.date')}
          value={date}
          onChange={setDate}
        />
        <TextInput
          meeting
          tight
          name="assessment.serial"
          label={t('assessment.serial')}
          value={serial}
          onChange={setSerial}
        />
      </Row>
      <CountWarning date={date} />
      {differs && <AskAgain again={again} onChange={setAgain} />}
      <Box>
        <Button
          variant="contained"
          size="large"
          disabled={busy || level === null || serial.trim() === ''}
          onClick={() => void record()}
        >
          {t('assessment.verb')}
        </Button>
      </Box>
    </Box>
  )
}
