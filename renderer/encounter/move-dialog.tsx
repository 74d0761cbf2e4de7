import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deskQuery } from '../desk/desk.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useMeeting } from './meeting-context.ts'

/** 选错客户: the whole meeting goes to the right person; namesakes stand together (practice 3). */
export const MoveDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t, language } = useText()
  const { view, send } = useMeeting()
  const [q, setQ] = useState('')
  const [to, setTo] = useState<number | null>(null)
  const [why, setWhy] = useState('')
  const found = useQuery({
    ...deskQuery.search.find.queryOptions({ input: { q } }),
    enabled: q.trim() !== '',
  })
  const move = async (): Promise<void> => {
    if (to === null) return
    await send({ type: 'meeting.moved', clientId: to, why: why.trim() })
    onClose()
  }
  return (
    <ConfirmDialog
      open
      title={t('encounter.action.wrongClient')}
      verb={t('encounter.action.moveVerb')}
      disabled={to === null || why.trim() === ''}
      onConfirm={() => void move()}
      onClose={onClose}
    >
      <TextInput meeting label={t('encounter.field.client')} name="move.client" value={q} onChange={setQ} />
      <DataTable
        label={t('encounter.field.client')}
        rows={(found.data?.rows ?? []).filter(({ id }) => id !== view.clientId).slice(0, 6)}
        rowKey={(row) => row.id}
        selected={(row) => row.id === to}
        empty={t('ui.state.empty')}
        columns={[
          { key: 'name', head: t('encounter.list.client'), cell: (row) => row.name, strong: true },
          {
            key: 'birth',
            head: t('encounter.field.signBirth'),
            cell: (row) => (row.birthDate === null ? t('ui.state.empty') : dayText(row.birthDate, language)),
          },
          {
            key: 'pick',
            head: '',
            numeric: true,
            cell: (row) => (
              <Button
                size="small"
                aria-label={`${t('ui.field.choose')} ${row.name}`}
                onClick={() => setTo(row.id)}
              >
                {t('ui.field.choose')}
              </Button>
            ),
          },
        ]}
      />
      <TextInput meeting label={t('encounter.field.why')} name="move.why" value={why} onChange={setWhy} />
    </ConfirmDialog>
  )
}
