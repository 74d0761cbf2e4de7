import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { Need, NeedInput } from '../../../shared/need/model.ts'
import { evidences, needAreas, priorities } from '../../../shared/need/model.ts'
import { useDraft } from '../../draft/use-draft.ts'
import { useText } from '../../text/use-text.ts'
import { AmountInput } from '../../ui/amount-input.tsx'
import { Choice } from '../../ui/choice.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useMeeting } from '../meeting-context.ts'
import { Row } from '../step-sheet.tsx'

type Rest = Omit<NeedInput, 'words'>

const restOf = (need: Need | null): Rest => ({
  area: need?.area ?? 'education',
  amount: need?.amount ?? null,
  forWhom: need?.forWhom ?? '',
  priority: need?.priority ?? 'middle',
  evidence: need?.evidence ?? 'said',
  latest: need?.latest ?? null,
})

type DetailsProps = { readonly rest: Rest; readonly set: (change: Partial<Rest>) => void }

/** How much, for whom, by when, how urgent, and where the number comes from. */
const NeedDetails = ({ rest, set }: DetailsProps) => {
  const { t } = useText()
  return (
    <>
      <Row columns={3}>
        <AmountInput
          meeting
          tight
          name="need.amount"
          label={t('need.amount')}
          value={rest.amount}
          onCommit={(amount) => set({ amount })}
        />
        <TextInput
          meeting
          tight
          name="need.for"
          label={t('need.forWhom')}
          value={rest.forWhom}
          onChange={(forWhom) => set({ forWhom })}
        />
        <DateInput
          meeting
          tight
          name="need.latest"
          label={t('need.latest')}
          value={rest.latest ?? ''}
          onChange={(latest) => set({ latest: latest === '' ? null : latest })}
        />
      </Row>
      <Row>
        <Choice
          meeting
          tight
          label={t('need.priority')}
          name="need.priority"
          value={rest.priority}
          options={priorities.map((value) => ({ value, label: t(`need.level.${value}`) }))}
          onChange={(priority) => set({ priority })}
        />
        <Choice
          meeting
          tight
          label={t('need.evidence')}
          name="need.evidence"
          value={rest.evidence}
          options={evidences.map((value) => ({ value, label: t(`need.source.${value}`) }))}
          onChange={(evidence) => set({ evidence })}
        />
      </Row>
    </>
  )
}

type Props = { readonly need: Need | null; readonly onDone: () => void }

/** One need in the client's own words. The words are a draft while they are typed. */
export const NeedForm = ({ need, onDone }: Props) => {
  const { t } = useText()
  const { view, send, busy } = useMeeting()
  const draft = useDraft(`/encounter/${view.id}`, `need.words.${need?.id ?? 'new'}`, need?.words ?? '')
  const [rest, setRest] = useState<Rest>(restOf(need))
  const set = (change: Partial<Rest>): void => setRest((now) => ({ ...now, ...change }))
  const keep = async (): Promise<void> => {
    const words = draft.value.trim()
    const taken = await send({ type: 'need.recorded', needId: need?.id ?? null, need: { ...rest, words } })
    if (!taken) return
    draft.drop()
    onDone()
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      <Choice
        meeting
        tight
        label={t('need.areaField')}
        name="need.area"
        value={rest.area}
        options={needAreas.map((area) => ({ value: area, label: t(`need.area.${area}`) }))}
        onChange={(area) => set({ area })}
      />
      <TextInput
        meeting
        tight
        lines={2}
        name={`need.words.${need?.id ?? 'new'}`}
        label={t('need.words')}
        value={draft.value}
        onChange={draft.setValue}
      />
      <NeedDetails rest={rest} set={set} />
      <Box>
        <Button
          variant="outlined"
          size="large"
          disabled={busy || draft.value.trim() === ''}
          onClick={() => void keep()}
        >
          {t('encounter.action.keepNeed')}
        </Button>
      </Box>
    </Box>
  )
}
