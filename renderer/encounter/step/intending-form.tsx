import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { Choice } from '../../../shared/encounter/view.ts'
import { useText } from '../../text/use-text.ts'
import { AmountInput } from '../../ui/amount-input.tsx'
import { Section } from '../../ui/section.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Amount } from '../amount.tsx'
import { AnswerField } from '../answer-field.tsx'
import { DeclineButton } from '../fit/decline-button.tsx'
import { Flags } from '../fit/flags.tsx'
import { useMeeting } from '../meeting-context.ts'
import { Row, StepSheet } from '../step-sheet.tsx'

const Decide = ({ choice }: { readonly choice: Choice }) => {
  const { t } = useText()
  const { send, busy } = useMeeting()
  const [amount, setAmount] = useState(choice.amount)
  const [recordingNumber, setRecording] = useState('')
  const [paperNumber, setPaper] = useState('')
  const agree = (): void => {
    if (amount !== null)
      void send({ type: 'intent.agreed', choiceId: choice.id, amount, recordingNumber, paperNumber })
  }
  return (
    <Section level="h3" title={choice.productName}>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, py: 3 }}>
        <Row columns={3}>
          {choice.incomeShare === null ? (
            <AmountInput
              meeting
              tight
              name={`intent.amount.${choice.id}`}
              label={t('fit.amount')}
              value={amount}
              onCommit={setAmount}
            />
          ) : (
            <Box>
              <Box sx={{ color: 'text.secondary' }}>{t('fit.premium.amount')}</Box>
              {choice.amount !== null && <Amount fen={choice.amount} />}
            </Box>
          )}
          {choice.needsRecording && (
            <TextInput
              meeting
              tight
              name={`intent.recording.${choice.id}`}
              label={t('fit.recording')}
              value={recordingNumber}
              onChange={setRecording}
            />
          )}
          {choice.flags.length > 0 && (
            <TextInput
              meeting
              tight
              name={`intent.paper.${choice.id}`}
              label={t('fit.paper')}
              value={paperNumber}
              onChange={setPaper}
            />
          )}
        </Row>
        <Flags choice={choice} />
        <Box sx={{ display: 'flex', gap: 3 }}>
          <Button
            variant="outlined"
            size="large"
            aria-label={`${t('fit.agree')} ${choice.productName}`}
            disabled={busy || amount === null}
            onClick={agree}
          >
            {t('fit.agree')}
          </Button>
          <DeclineButton choiceId={choice.id} label={t('fit.decline')} name={choice.productName} />
        </Box>
      </Box>
    </Section>
  )
}

/** An intent per product, or none. It is no deal: a teller carries it out (practice 5). */
export const IntendingForm = () => {
  const { t } = useText()
  const { view } = useMeeting()
  return (
    <StepSheet title={t('encounter.step.intending')} hint={t('fit.intentHint')}>
      {view.choices
        .filter((choice) => !choice.decided)
        .map((choice) => (
          <Decide key={choice.id} choice={choice} />
        ))}
      {view.intentList.length > 0 && (
        <Section title={t('fit.intent')} note={view.intentList.length}>
          {view.intentList.map((intent) => (
            <Box
              key={intent.id}
              sx={{ display: 'flex', gap: 4, py: 2, borderBottom: 1, borderColor: 'divider' }}
            >
              <Box sx={{ flex: 1, fontWeight: 500 }}>{intent.productName}</Box>
              <Amount fen={intent.amount} />
              <Box sx={{ color: 'text.secondary' }}>{intent.recordingNumber}</Box>
            </Box>
          ))}
        </Section>
      )}
      <Row>
        <AnswerField step="intending" field="measure" label={t('encounter.field.measure')} />
        <AnswerField step="intending" field="opportunity" label={t('encounter.field.opportunity')} />
      </Row>
      <AnswerField step="intending" field="note" label={t('encounter.field.note')} lines={2} />
    </StepSheet>
  )
}
