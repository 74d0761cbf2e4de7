import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Figure } from '../../shared/figure/model.ts'
import type { Member } from '../../shared/household/model.ts'
import { formatFen } from '../../shared/money.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { Choice, ChoiceMany } from '../ui/choice.tsx'
import { Select } from '../ui/select.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { TextInput } from '../ui/text-input.tsx'

type Props = {
  readonly clientId: number
  readonly members: readonly Member[]
  readonly onDone: () => void
}

type Values = {
  readonly owner: string
  readonly readers: readonly string[]
  readonly bank: boolean
  readonly figures: readonly string[]
  readonly paper: string
  readonly signedOn: string
}

const toNumbers = (ids: readonly string[]): number[] => ids.map(Number)

type PartProps = { readonly values: Values; readonly set: (more: Partial<Values>) => void }

const FigureTicks = ({ figures, values, set }: PartProps & { readonly figures: readonly Figure[] }) => {
  const { t } = useText()
  if (figures.length === 0) return null
  return (
    <ChoiceMany
      label={t('figure.consent.figures')}
      name="consent-figures"
      values={values.figures}
      options={figures.map(({ id, kind, amount }) => ({
        value: String(id),
        label: `${t(`figure.kind.${kind}`)} ${formatFen(amount)}`,
      }))}
      onChange={(chosen) => set({ figures: chosen })}
    />
  )
}

const PaperRow = ({ values, set }: PartProps) => {
  const { t } = useText()
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
      <TextInput
        label={t('figure.consent.paper')}
        name="consent-paper"
        value={values.paper}
        onChange={(paper) => set({ paper })}
      />
      <DateInput
        label={t('figure.consent.signedOn')}
        name="consent-signed"
        value={values.signedOn}
        onChange={(signedOn) => set({ signedOn })}
      />
    </Box>
  )
}

/** Records a signed consent. What was told "only for me" is not ticked by itself. */
export const ConsentForm = ({ clientId, members, onDone }: Props) => {
  const { t } = useText()
  const { today } = useSession()
  const self = members.find((member) => member.clientId === clientId)
  const [values, setValues] = useState<Values>({
    owner: String(self?.id ?? ''),
    readers: [],
    bank: true,
    figures: [],
    paper: '',
    signedOn: today,
  })
  const set = (more: Partial<Values>): void => setValues((before) => ({ ...before, ...more }))
  const { data } = useQuery(deskQuery.figure.list.queryOptions({ input: { clientId } }))
  const owned = (data?.figures ?? []).filter((figure) => String(figure.ownerId) === values.owner)
  const record = useAct(() => {
    const { owner, readers, bank, figures, paper, signedOn } = values
    const reach = { kind: 'named' as const, members: toNumbers(readers) }
    const told = { memberId: Number(owner), reach, bank, figureIds: toNumbers(figures), paper, signedOn }
    return desk.consent.record({ clientId, ...told })
  }, onDone)
  const isReady = values.owner !== '' && values.readers.length > 0 && values.paper.trim() !== ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isReady) record.run(undefined)
  }
  const people = members.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <Box component="form" onSubmit={submit} sx={{ pt: 3, display: 'grid', gap: 1, maxWidth: 720 }}>
      <Select
        label={t('figure.consent.member')}
        name="consent-member"
        value={values.owner}
        options={people}
        onChange={(owner) => set({ owner, figures: [] })}
      />
      <ChoiceMany
        label={t('figure.consent.readers')}
        name="consent-readers"
        values={values.readers}
        options={people}
        onChange={(readers) => set({ readers })}
      />
      <Choice
        label={t('figure.consent.bank')}
        name="consent-bank"
        value={values.bank ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t('household.field.yes') },
          { value: 'no', label: t('household.field.no') },
        ]}
        onChange={(value) => set({ bank: value === 'yes' })}
      />
      <FigureTicks figures={owned} values={values} set={set} />
      <PaperRow values={values} set={set} />
      <FailureNotice failure={record.failure} />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={!isReady || record.busy}>
          {t('figure.consent.record')}
        </Button>
        <Button variant="text" onClick={onDone}>
          {t('ui.action.cancel')}
        </Button>
      </Box>
    </Box>
  )
}
