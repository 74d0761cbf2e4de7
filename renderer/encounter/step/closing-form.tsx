import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { contactChannels } from '../../../shared/contact/model.ts'
import type { SentEvent } from '../../../shared/encounter/sent.ts'
import { dayText } from '../../text/day.ts'
import { useText } from '../../text/use-text.ts'
import { Choice } from '../../ui/choice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { AnswerField } from '../answer-field.tsx'
import { contactLine } from '../contact-line.ts'
import { useMeeting } from '../meeting-context.ts'
import { Row, StepSheet } from '../step-sheet.tsx'

type Channel = Extract<SentEvent, { type: 'contact.agreed' }>['channel']

/** What the client wants instead of a date (practice 7). */
const OtherWays = () => {
  const { t } = useText()
  const { send, busy } = useMeeting()
  return (
    <Box sx={{ display: 'flex', gap: 3 }}>
      <Button
        variant="outlined"
        disabled={busy}
        onClick={() => void send({ type: 'contact.left-to-client' })}
      >
        {t('encounter.action.leftToClient')}
      </Button>
      <Button variant="outlined" disabled={busy} onClick={() => void send({ type: 'contact.declined' })}>
        {t('encounter.action.declined')}
      </Button>
    </Box>
  )
}

/** The next contact, or what the client wants instead: one of them before the goodbye (S1 p49). */
export const ClosingForm = () => {
  const text = useText()
  const { t } = text
  const { view, send, busy, failure } = useMeeting()
  const [date, setDate] = useState(view.contact?.date ?? '')
  const [time, setTime] = useState(view.contact?.time ?? '')
  const [channel, setChannel] = useState<Channel>(view.contact?.channel ?? 'phone')
  const offered =
    failure?.code === 'refused' && failure.rule === 'contactDayOpen'
      ? String(failure.params['date'] ?? '')
      : ''
  return (
    <StepSheet title={t('encounter.step.closing')} hint={t('encounter.field.saveHint')}>
      {view.contact && <Notice kind="done" title={contactLine(view.contact, text)} />}
      <Section title={t('encounter.contact.title')}>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, pt: 3 }}>
          <Choice
            meeting
            tight
            label={t('encounter.contact.channel')}
            name="contact.channel"
            value={channel}
            options={contactChannels.map((value) => ({
              value,
              label: t(`encounter.contact.channels.${value}`),
            }))}
            onChange={setChannel}
          />
          <Row columns={3}>
            <DateInput
              meeting
              tight
              name="contact.date"
              label={t('encounter.contact.date')}
              value={date}
              onChange={setDate}
            />
            <TextInput
              meeting
              tight
              name="contact.time"
              placeholder="10:00"
              label={t('encounter.contact.time')}
              value={time}
              onChange={setTime}
            />
            <Box sx={{ pt: 6, display: 'flex', gap: 3 }}>
              <Button
                variant="outlined"
                size="large"
                disabled={busy || date === ''}
                onClick={() => void send({ type: 'contact.agreed', date, time, channel })}
              >
                {t('encounter.action.contact')}
              </Button>
              {offered !== '' && (
                <Button size="large" onClick={() => setDate(offered)}>
                  {t('encounter.contact.useDay', { date: dayText(offered, text.language) })}
                </Button>
              )}
            </Box>
          </Row>
          <OtherWays />
        </Box>
      </Section>
      <AnswerField step="closing" field="note" label={t('encounter.field.note')} lines={2} />
    </StepSheet>
  )
}
