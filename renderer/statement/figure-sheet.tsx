import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import {
  assetKinds,
  debtKinds,
  expenseKinds,
  incomeKinds,
  type FigureKind,
} from '../../shared/figure/kinds.ts'
import type { Figure, Reach } from '../../shared/figure/model.ts'
import type { Member } from '../../shared/household/model.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useRight } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useHousehold } from '../household/use-household.ts'
import { useText } from '../text/use-text.ts'
import { Section } from '../ui/section.tsx'
import { FigureForm } from './figure-form.tsx'
import { FigureHistory } from './figure-history.tsx'
import { FigureLines, type SheetLine } from './figure-lines.tsx'
import { blankFields, fieldsOf, useWriting, type FigureFields, type Writing } from './use-writing.ts'

type Props = {
  readonly clientId: number
  /** In a meeting: what is said reaches those present. */
  readonly encounterId?: number
}

type Part = { readonly key: Writing['part']; readonly kinds: readonly FigureKind[] }

const parts: readonly Part[] = [
  { key: 'income', kinds: incomeKinds },
  { key: 'expense', kinds: expenseKinds },
  { key: 'asset', kinds: [...assetKinds.liquid, ...assetKinds.financial, ...assetKinds.real] },
  { key: 'debt', kinds: [...debtKinds.short, ...debtKinds.long, 'guarantee'] },
]

// Outside a meeting the named readers are those who heard it: the desk keeps the reach from growing later.
const presentFor = (reach: Reach, encounterId: number | undefined): { present?: number[] } =>
  encounterId === undefined && reach.kind === 'named' ? { present: reach.members } : {}

const linesOf = (
  part: Part,
  figures: readonly Figure[],
  bank: readonly Omit<SheetLine & { typed: false }, 'key' | 'typed'>[],
) =>
  [
    ...bank.map((line): SheetLine => ({ ...line, key: `bank-${line.ownerId}-${line.kind}`, typed: false })),
    ...figures.map((line): SheetLine => ({ ...line, key: String(line.id), typed: true })),
  ]
    .filter((line) => part.kinds.includes(line.kind))
    .sort((a, b) => part.kinds.indexOf(a.kind) - part.kinds.indexOf(b.kind))

type SheetPartProps = {
  readonly part: Part
  readonly lines: readonly SheetLine[]
  readonly members: readonly Member[]
  readonly mayEdit: boolean
  readonly begin: (part: Part, figure: Figure | null) => void
  readonly remove: (figure: Figure) => void
  readonly showHistory: (figure: Figure) => void
  readonly children: ReactNode
}

const usePartName = (): ((key: Part['key']) => string) => {
  const { t } = useText()
  const names = {
    income: t('figure.group.income'),
    expense: t('figure.group.expense'),
    asset: t('statement.table3.assets'),
    debt: t('figure.group.debt'),
  }
  return (key) => names[key]
}

const SheetPart = ({
  part,
  lines,
  members,
  mayEdit,
  begin,
  remove,
  showHistory,
  children,
}: SheetPartProps) => {
  const { t } = useText()
  const name = usePartName()(part.key)
  const add = (
    <Button variant="text" aria-label={`${t('figure.sheet.add')} ${name}`} onClick={() => begin(part, null)}>
      {t('figure.sheet.add')}
    </Button>
  )
  return (
    <Section title={name} level="h3" action={mayEdit && add}>
      {lines.length > 0 && (
        <FigureLines
          label={name}
          lines={lines}
          members={members}
          onChange={mayEdit ? (figure) => begin(part, figure) : null}
          onRemove={remove}
          onHistory={showHistory}
        />
      )}
      {children}
    </Section>
  )
}

const useSheetActs = ({ clientId }: Props, onPut: () => void) => {
  const queries = useQueryClient()
  const refresh = (): void => {
    for (const key of [deskQuery.figure.key(), deskQuery.statement.key()])
      void queries.invalidateQueries({ queryKey: key })
  }
  const put = useAct(desk.figure.put, () => {
    onPut()
    refresh()
  })
  const remove = useAct(
    (line: Figure) => desk.figure.remove({ clientId, id: line.id, seq: line.seq }),
    refresh,
  )
  return { put, remove }
}

/** Tables 2 and 3 as they are filled in: every figure with owner, source and reach (FT-08, FT-13). */
export const FigureSheet = ({ clientId, encounterId }: Props) => {
  const { t } = useText()
  const household = useHousehold(clientId)
  const mayEdit = useRight('client.edit')
  const { writing, write, close } = useWriting(clientId, encounterId)
  const input = encounterId === undefined ? { clientId } : { clientId, encounterId }
  const { data } = useQuery(deskQuery.figure.list.queryOptions({ input }))
  const [earlier, setEarlier] = useState<Figure | null>(null)
  const { put, remove } = useSheetActs({ clientId }, close)
  if (!household || !data) return null
  const start = { reach: data.startReach, today: data.today }
  const begin = (part: Part, figure: Figure | null): void => {
    put.reset()
    const fields = figure ? fieldsOf(figure) : blankFields(part.kinds, household.selfId, start)
    write({ part: part.key, id: figure?.id ?? null, seq: figure?.seq ?? null, fields, typed: null })
  }
  const save = (fields: FigureFields & { readonly amount: number }): void => {
    const { id = null, seq = null } = writing ?? {}
    const known = id === null || seq === null ? {} : { id, seq }
    put.run({ ...input, ...fields, ...known, ...presentFor(fields.reach, encounterId) })
  }
  const shared = { members: household.members, mayEdit, begin, remove: remove.run, showHistory: setEarlier }
  return (
    <Box sx={{ display: 'grid', gap: 6 }}>
      {data.figures.length + data.bank.length === 0 && (
        <Typography color="text.secondary">{t('figure.sheet.empty')}</Typography>
      )}
      {parts.map((part) => (
        <SheetPart key={part.key} part={part} lines={linesOf(part, data.figures, data.bank)} {...shared}>
          {writing?.part === part.key && (
            <FigureForm
              key={writing.id ?? 'new'}
              writing={writing}
              onWrite={write}
              kinds={part.kinds}
              members={household.members}
              busy={put.busy}
              failure={put.failure}
              onPut={save}
              onClose={close}
            />
          )}
        </SheetPart>
      ))}
      <FailureNotice failure={remove.failure} />
      {earlier && <FigureHistory clientId={clientId} figure={earlier} onClose={() => setEarlier(null)} />}
    </Box>
  )
}
