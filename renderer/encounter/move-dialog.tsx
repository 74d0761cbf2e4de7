import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlainDate } from '../../shared/plain-date.ts'
import { type desk, deskQuery } from '../desk/desk.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useMeeting } from './meeting-context.ts'

type Found = Awaited<ReturnType<typeof desk.search.find>>['rows'][number]

type FoundProps = {
  readonly rows: readonly Found[]
  readonly chosen: Found | undefined
  readonly onChoose: (id: number) => void
}

const FoundClients = ({ rows, chosen, onChoose }: FoundProps) => {
  const { t, language } = useText()
  const bornOn = (day: PlainDate | null) => (day === null ? t('ui.state.empty') : dayText(day, language))
  return (
    <DataTable
      label={t('encounter.field.client')}
      rows={rows}
      rowKey={(row) => row.id}
      selected={(row) => row === chosen}
      empty={t('ui.state.empty')}
      columns={[
        { key: 'name', head: t('encounter.list.client'), cell: (row) => row.name, strong: true },
        {
          key: 'birth',
          head: t('encounter.field.signBirth'),
          cell: (row) => bornOn(row.birthDate),
        },
        {
          key: 'owner',
          head: t('client.field.owner'),
          cell: (row) => (row.owner === '' ? t('client.noOwner') : row.owner),
        },
        {
          key: 'pick',
          head: '',
          numeric: true,
          cell: (row) => (
            <Button
              size="small"
              aria-label={[
                t('ui.action.choose'),
                row.name,
                ...(row.namesake ? [bornOn(row.birthDate)] : []),
              ].join(' ')}
              onClick={() => onChoose(row.id)}
            >
              {t('ui.action.choose')}
            </Button>
          ),
        },
      ]}
    />
  )
}

/** 选错客户: the whole meeting goes to the right person; namesakes stand together (practice 3). */
export const MoveDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useText()
  const { view, send } = useMeeting()
  const [q, setQ] = useState('')
  const [to, setTo] = useState<number | null>(null)
  const [why, setWhy] = useState('')
  const found = useQuery({
    ...deskQuery.search.find.queryOptions({ input: { q } }),
    enabled: q.trim() !== '',
  })
  const rows = (found.data?.rows ?? []).filter(({ id }) => id !== view.clientId).slice(0, 6)
  // Whoever isn't on the screen isn't chosen: nothing moves to somebody nobody sees.
  const chosen = rows.find(({ id }) => id === to)
  const search = (next: string): void => {
    setQ(next)
    setTo(null)
  }
  const move = async (): Promise<void> => {
    if (!chosen) return
    await send({ type: 'meeting.moved', clientId: chosen.id, why: why.trim() })
    onClose()
  }
  return (
    <ConfirmDialog
      open
      title={t('encounter.action.wrongClient')}
      verb={t('encounter.action.moveVerb')}
      disabled={!chosen || why.trim() === ''}
      onConfirm={() => void move()}
      onClose={onClose}
    >
      <TextInput
        meeting
        tight
        label={t('encounter.field.client')}
        name="move.client"
        value={q}
        onChange={search}
      />
      <FoundClients rows={rows} chosen={chosen} onChoose={setTo} />
      <Box sx={{ pt: 5 }}>
        <TextInput meeting label={t('encounter.field.why')} name="move.why" value={why} onChange={setWhy} />
      </Box>
    </ConfirmDialog>
  )
}
