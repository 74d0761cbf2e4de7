import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deskQuery } from '../../desk/desk.ts'
import { dayText } from '../../text/day.ts'
import { useText } from '../../text/use-text.ts'
import { Choice } from '../../ui/choice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { ChosenList } from '../fit/chosen-list.tsx'
import { AssessmentForm } from '../fit/assessment-form.tsx'
import { ShelfTable } from '../fit/shelf-table.tsx'
import { useMeeting } from '../meeting-context.ts'
import { AnswerField } from '../answer-field.tsx'
import { StepSheet } from '../step-sheet.tsx'

/** The assessment as it stands, and the one key that records the bank's newer one. */
const AssessmentPart = () => {
  const { t, language } = useText()
  const { view, send, busy } = useMeeting()
  const [open, setOpen] = useState(false)
  const { assessment } = view
  const valid = assessment?.standing === 'valid'
  const unconfirmed = assessment?.standing === 'unconfirmed'
  const words = {
    valid: t('assessment.until', { date: dayText(assessment?.lastDay ?? '', language) }),
    expired: t('assessment.expired'),
    unconfirmed: t('assessment.unconfirmed'),
  }
  const title = assessment ? `C${assessment.level} · ${words[assessment.standing]}` : t('assessment.none')
  const confirm = (): void =>
    void send({ type: 'answer.given', step: view.step, field: 'level-confirmed', value: 'yes' })
  const button = (
    <Box sx={{ display: 'flex', gap: 2 }}>
      {unconfirmed && (
        <Button variant="contained" disabled={busy} onClick={confirm}>
          {t('assessment.confirm')}
        </Button>
      )}
      <Button variant="outlined" onClick={() => setOpen(!open)}>
        {t('assessment.open')}
      </Button>
    </Box>
  )
  return (
    <Box>
      <Notice kind={valid ? 'told' : 'soon'} title={title} action={button} />
      {open && (
        <Section title={t('assessment.title')}>
          <AssessmentForm onDone={() => setOpen(false)} />
        </Section>
      )}
    </Box>
  )
}

/** Every product answers a need; the three checks stand side by side (S1 p47). */
export const FittingForm = () => {
  const { t } = useText()
  const { view } = useMeeting()
  const [picked, setPicked] = useState<string>(String(view.needList[0]?.id ?? ''))
  const need = view.needList.find((line) => String(line.id) === picked) ?? view.needList[0]
  const shelf = useQuery(
    deskQuery.encounter.shelf.queryOptions({ input: { id: view.id, needId: need?.id ?? null } }),
  )
  return (
    <StepSheet title={t('encounter.step.fitting')}>
      <AssessmentPart />
      <Choice
        meeting
        tight
        label={t('fit.need')}
        name="fit.need"
        value={String(need?.id ?? '')}
        options={view.needList.map((line) => ({
          value: String(line.id),
          label: `${t(`need.area.${line.area}`)} · ${line.words.slice(0, 16)}`,
        }))}
        onChange={setPicked}
      />
      {need && shelf.data && shelf.data.length > 0 && (
        <ShelfTable key={need.id} lines={shelf.data} need={need} />
      )}
      {shelf.data?.length === 0 && <Notice kind="told" title={t('fit.empty')} />}
      <ChosenList />
      <AnswerField step="fitting" field="style" label={t('encounter.field.style')} lines={2} />
    </StepSheet>
  )
}
