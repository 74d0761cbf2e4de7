import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { isReasoned, judgements, type Judgement } from '../../../shared/encounter/sent.ts'
import { useText } from '../../text/use-text.ts'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useMeeting } from '../meeting-context.ts'
import { Row } from '../step-sheet.tsx'

/** Is this still the kind of client we took him for? (S1 p45, ID-21) */
export const JudgeForm = () => {
  const { t } = useText()
  const { send, busy } = useMeeting()
  const [judgement, setJudgement] = useState<Judgement>('kept')
  const [reason, setReason] = useState('')
  return (
    <Row columns={3}>
      <Select
        meeting
        tight
        name="judge.type"
        label={t('encounter.field.judgement')}
        value={judgement}
        options={judgements.map((value) => ({ value, label: t(`encounter.judge.${value}`) }))}
        onChange={setJudgement}
      />
      <TextInput
        meeting
        tight
        name="judge.reason"
        label={t('encounter.field.judgementReason')}
        value={reason}
        onChange={setReason}
      />
      <Box sx={{ pt: 6 }}>
        <Button
          variant="outlined"
          size="large"
          disabled={busy || !isReasoned({ judgement, reason })}
          onClick={() => void send({ type: 'type.judged', judgement, reason })}
        >
          {t('encounter.action.judge')}
        </Button>
      </Box>
    </Row>
  )
}
