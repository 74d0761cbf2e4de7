import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RegisterRow } from '../../shared/custody/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'
import { PrintDialog, type Printable } from '../printout/print-dialog.tsx'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Section } from '../ui/section.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useMoment } from './use-moment.ts'

type Wanted = {
  readonly from: string
  readonly until: string
  readonly number: string
  readonly staffId: number | null
}

const everybody = 'all'

const useColumns = (): readonly Column<RegisterRow>[] => {
  const { t, say } = useText()
  const moment = useMoment()
  const who = ({ by, other }: RegisterRow): string => (other === '' ? by : `${by} ← ${other}`)
  const given = ({ by, other, move }: RegisterRow): string =>
    move === 'issued' && other !== '' ? `${by} → ${other}` : who({ by, other } as RegisterRow)
  const words = ({ purpose, note, dossierNumber }: RegisterRow): string =>
    [purpose, note].filter((part) => part !== '' && part !== dossierNumber).join(' ')
  return [
    { key: 'at', head: t('custody.field.at'), cell: ({ at }) => moment.at(at) },
    {
      key: 'number',
      head: t('custody.field.dossierNumber'),
      strong: true,
      cell: ({ dossierNumber }) => dossierNumber ?? '',
    },
    { key: 'name', head: t('custody.field.client'), cell: ({ name }) => name },
    { key: 'move', head: t('custody.field.move'), cell: ({ move }) => say(`custody.move.${move}`) },
    { key: 'by', head: t('custody.field.by'), cell: given },
    { key: 'place', head: t('custody.field.place'), cell: ({ place }) => place },
    { key: 'purpose', head: t('custody.field.purpose'), cell: words },
    { key: 'due', head: t('custody.field.due'), cell: ({ dueAt }) => moment.at(dueAt) },
  ]
}

type FilterProps = { readonly wanted: Wanted; readonly onChange: (change: Partial<Wanted>) => void }

const Filter = ({ wanted, onChange }: FilterProps) => {
  const { t } = useText()
  const { data: staff = [] } = useQuery(deskQuery.staff.list.queryOptions())
  const [number, setNumber] = useState(wanted.number)
  const people = staff.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
        gap: 3,
        py: 3,
      }}
    >
      <DateInput
        tight
        label={t('custody.field.from')}
        value={wanted.from}
        onChange={(from) => from !== '' && onChange({ from })}
      />
      <DateInput
        tight
        label={t('custody.field.until')}
        value={wanted.until}
        onChange={(until) => until !== '' && onChange({ until })}
      />
      <TextInput
        tight
        label={t('custody.field.number')}
        value={number}
        onChange={setNumber}
        onCommit={(typed) => onChange({ number: typed })}
      />
      <Select
        tight
        label={t('custody.field.who')}
        value={wanted.staffId === null ? everybody : String(wanted.staffId)}
        options={[{ value: everybody, label: t('custody.register.everybody') }, ...people]}
        onChange={(staffId) => onChange({ staffId: staffId === everybody ? null : Number(staffId) })}
      />
    </Box>
  )
}

const sheetOf = ({ from, until }: Wanted): Printable => ({
  kind: 'custody-register',
  wide: true,
  key: ['register', from, until],
  prepare: () => desk.custody.prepareRegister({ from, until }),
  start: (way) => desk.custody.printRegister({ from, until, ...way }),
})

/** 登记簿 (F29): every move, by number, day and person; a day or a period on paper. */
export const RegisterPart = () => {
  const { t } = useText()
  const { today } = useSession()
  const columns = useColumns()
  const [wanted, setWanted] = useState<Wanted>({ from: today, until: today, number: '', staffId: null })
  const [isPrinting, setPrinting] = useState(false)
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(
    deskQuery.custody.register.infiniteOptions({
      input: (before: number | null) => ({ ...wanted, ...(before === null ? {} : { before }) }),
      initialPageParam: null,
      getNextPageParam: ({ rows, more }) => (more ? (rows.at(-1)?.id ?? null) : null),
    }),
  )
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Section
      title={t('custody.register.title')}
      action={<Button onClick={() => setPrinting(true)}>{t('custody.register.print')}</Button>}
    >
      <Filter wanted={wanted} onChange={(change) => setWanted({ ...wanted, ...change })} />
      {error && <FailureNotice failure={failureOf(error)} />}
      <DataTable
        label={t('custody.register.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={t('custody.register.empty')}
      />
      {hasNextPage && (
        <Button variant="text" onClick={() => void fetchNextPage()}>
          {t('custody.register.more')}
        </Button>
      )}
      {isPrinting && <PrintDialog sheet={sheetOf(wanted)} onClose={() => setPrinting(false)} />}
    </Section>
  )
}
