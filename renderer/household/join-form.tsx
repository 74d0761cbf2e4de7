import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { relations, type Relation } from '../../shared/household/model.ts'
import type { Found } from '../../shared/search/contract.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { DataTable, type Column } from '../ui/data-table.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'

type Props = { readonly clientId: number; readonly onDone: () => void }

const useColumns = (join: (found: Found) => void, busy: boolean): readonly Column<Found>[] => {
  const { t, language } = useText()
  return [
    { key: 'name', head: t('household.field.name'), strong: true, cell: ({ name }) => name },
    {
      key: 'birth',
      head: t('household.field.birth'),
      cell: ({ birthDate }) => (birthDate === null ? '' : dayText(birthDate, language)),
    },
    { key: 'number', head: t('statement.head.number'), cell: ({ numberTail }) => numberTail },
    {
      key: 'act',
      head: '',
      numeric: true,
      cell: (found) => (
        <Button
          variant="text"
          size="small"
          disabled={busy}
          aria-label={`${t('household.action.joinOne')} ${found.name}`}
          onClick={() => join(found)}
        >
          {t('household.action.joinOne')}
        </Button>
      ),
    },
  ]
}

/** Finds another client of the bank and makes both one household; namesakes stand with what tells them apart. */
export const JoinForm = ({ clientId, onDone }: Props) => {
  const { t } = useText()
  const [q, setQ] = useState('')
  const [relation, setRelation] = useState<Relation>('wife')
  const { data } = useQuery({
    ...deskQuery.search.find.queryOptions({ input: { q } }),
    enabled: q.trim() !== '',
  })
  const join = useAct(
    ({ id }: Found) => desk.household.joinClient({ clientId, otherClientId: id, relation }),
    onDone,
  )
  const columns = useColumns(join.run, join.busy)
  const rows = (data?.rows ?? []).filter(({ id }) => id !== clientId)
  return (
    <Box sx={{ pt: 3, pb: 2 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '2fr 1fr', gap: 4 }}>
        <TextInput label={t('ui.frame.search')} name="join-search" value={q} onChange={setQ} autoFocus />
        <Select
          label={t('household.field.relation')}
          name="join-relation"
          value={relation}
          options={relations
            .filter((value) => value !== 'head')
            .map((value) => ({ value, label: t(`household.relation.${value}`) }))}
          onChange={setRelation}
        />
      </Box>
      {rows.length > 0 && (
        <DataTable
          label={t('household.action.join')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          roomy
        />
      )}
      <FailureNotice failure={join.failure} />
      <Button variant="text" onClick={onDone}>
        {t('ui.action.cancel')}
      </Button>
    </Box>
  )
}
