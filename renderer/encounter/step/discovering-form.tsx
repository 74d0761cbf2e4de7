import Box from '@mui/material/Box'
import { useState } from 'react'
import type { Need } from '../../../shared/need/model.ts'
import { FigureSheet } from '../../statement/figure-sheet.tsx'
import { useText } from '../../text/use-text.ts'
import { Section } from '../../ui/section.tsx'
import { AnswerField } from '../answer-field.tsx'
import { useMeeting } from '../meeting-context.ts'
import { Row, StepSheet } from '../step-sheet.tsx'
import { JudgeForm } from './judge-form.tsx'
import { NeedForm } from './need-form.tsx'
import { NeedList } from './need-list.tsx'

/** What the client says, as the client says it (S1 p45). */
export const DiscoveringForm = () => {
  const { t } = useText()
  const { view } = useMeeting()
  const [changing, setChanging] = useState<Need | null>(null)
  const open = changing ?? null
  return (
    <StepSheet title={t('encounter.step.discovering')} hint={t('encounter.field.saveHint')}>
      <NeedList needs={view.needList} onChange={setChanging} />
      <Section title={open ? t('encounter.action.changeNeed') : t('need.fresh')}>
        <Box sx={{ pt: 3 }}>
          <NeedForm
            key={`${open?.id ?? 'new'}-${view.needList.length}`}
            need={open}
            onDone={() => setChanging(null)}
          />
        </Box>
      </Section>
      <Row>
        <AnswerField step="discovering" field="interests" label={t('encounter.field.interests')} />
        <AnswerField step="discovering" field="personality" label={t('encounter.field.personality')} />
        <AnswerField step="discovering" field="tendency" label={t('encounter.field.tendency')} />
        <AnswerField step="discovering" field="other-banks" label={t('encounter.field.otherBanks')} />
        <AnswerField step="discovering" field="liked" label={t('encounter.field.liked')} />
      </Row>
      <AnswerField step="discovering" field="leads" label={t('encounter.field.leads')} lines={2} />
      <Section title={t('encounter.field.figures')}>
        <FigureSheet clientId={view.clientId} encounterId={view.id} />
      </Section>
      <JudgeForm />
    </StepSheet>
  )
}
