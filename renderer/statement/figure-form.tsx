import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { FormEvent, KeyboardEvent } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { isFlow, type FigureKind } from '../../shared/figure/kinds.ts'
import { sources, type Reach } from '../../shared/figure/model.ts'
import { isPrincipal, type Member } from '../../shared/household/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useText } from '../text/use-text.ts'
import { AmountInput } from '../ui/amount-input.tsx'
import { readAmount } from '../ui/amount-text.ts'
import { Choice } from '../ui/choice.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { ReachChoice } from './reach-choice.tsx'
import type { FigureFields, Writing } from './use-writing.ts'

type Props = {
  readonly writing: Writing
  readonly onWrite: (writing: Writing) => void
  readonly kinds: readonly FigureKind[]
  readonly members: readonly Member[]
  readonly busy: boolean
  readonly failure: Failure | null
  readonly onPut: (fields: FigureFields & { readonly amount: number }) => void
  readonly onClose: () => void
}

const ownerOf = (value: string): number | null => (value === 'joint' ? null : Number(value))

const useOwners = (members: readonly Member[]) => {
  const { t } = useText()
  const joint = members.filter(isPrincipal).length > 1
  return [
    ...(joint ? [{ value: 'joint', label: t('figure.field.joint') }] : []),
    ...members.map(({ id, name }) => ({ value: String(id), label: name })),
  ]
}

// Enter sends what stands in the field, also before it is left.
const amountNow = (stored: number | null, typed: string | null): number | null => {
  if (typed === null) return stored
  const reading = readAmount(typed)
  return reading.kind === 'amount' ? reading.fen : null
}

type RowProps = Pick<Props, 'writing' | 'onWrite' | 'kinds' | 'members'> & {
  readonly set: (more: Partial<FigureFields>) => void
}

const MainRow = ({ writing, onWrite, kinds, members, set }: RowProps) => {
  const { t } = useText()
  const { fields, typed } = writing
  const owners = useOwners(members)
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1.3fr 1.2fr 1fr 1fr', columnGap: 3 }}>
      <Select
        label={t('figure.field.kind')}
        name="figure-kind"
        value={fields.kind}
        options={kinds.map((value) => ({ value, label: t(`figure.kind.${value}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <AmountInput
        label={t('figure.field.amount')}
        name="figure-amount"
        autoFocus
        value={fields.amount}
        {...(typed === null ? {} : { draft: typed })}
        onDraft={(text) => onWrite({ ...writing, typed: text })}
        onCommit={(amount) => onWrite({ ...writing, typed: null, fields: { ...fields, amount } })}
      />
      {isFlow(fields.kind) ? (
        <Choice
          label={t('figure.field.period')}
          name="figure-period"
          value={fields.period}
          options={[
            { value: 'month', label: t('figure.period.month') },
            { value: 'year', label: t('figure.period.year') },
          ]}
          onChange={(period) => set({ period })}
        />
      ) : (
        <TextInput
          label={t('figure.field.place')}
          name="figure-place"
          value={fields.place}
          onChange={(place) => set({ place })}
        />
      )}
      <Select
        label={t('figure.field.owner')}
        name="figure-owner"
        value={fields.ownerId === null ? 'joint' : String(fields.ownerId)}
        options={owners}
        onChange={(value) => set({ ownerId: ownerOf(value) })}
      />
    </Box>
  )
}

/** One line of the sheet while it is written: what, how much, whose, from where, and who may see it. */
export const FigureForm = ({ writing, onWrite, members, kinds, busy, failure, onPut, onClose }: Props) => {
  const { t } = useText()
  const { fields, typed } = writing
  const isNew = writing.id === null
  const set = (more: Partial<FigureFields>): void => onWrite({ ...writing, fields: { ...fields, ...more } })
  const amount = amountNow(fields.amount, typed)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (amount !== null) onPut({ ...fields, amount })
  }
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
  }
  const setReach = (reach: Reach): void => set({ reach })
  return (
    <Box
      component="form"
      onSubmit={submit}
      onKeyDown={leave}
      sx={{ bgcolor: 'background.paper', borderLeft: 4, borderColor: 'primary.main', px: 3, py: 2, my: 2 }}
    >
      <MainRow writing={writing} onWrite={onWrite} kinds={kinds} members={members} set={set} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5 }}>
        <Choice
          label={t('figure.field.source')}
          name="figure-source"
          value={fields.source}
          options={sources.map((value) => ({ value, label: t(`figure.source.${value}`) }))}
          onChange={(source) => set({ source })}
        />
        <ReachChoice ownerId={fields.ownerId} reach={fields.reach} members={members} onChange={setReach} />
      </Box>
      <FailureNotice failure={failure} />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={amount === null || busy}>
          {t(isNew ? 'figure.sheet.put' : 'figure.sheet.change')}
        </Button>
        <Button variant="text" onClick={onClose}>
          {t('ui.action.cancel')}
        </Button>
      </Box>
    </Box>
  )
}
