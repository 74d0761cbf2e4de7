import Button from '@mui/material/Button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'

/** For a supervisor: moves asked for after completion wait here for a second person (practice 3). */
export const WaitingMoves = () => {
  const { t } = useText()
  const queries = useQueryClient()
  const moves = useQuery(deskQuery.encounter.moves.queryOptions())
  const confirm = useAct(
    (moveId: number) => desk.encounter.confirmMove({ moveId }),
    () => void queries.invalidateQueries({ queryKey: deskQuery.encounter.key() }),
  )
  if (!moves.data || moves.data.length === 0) return null
  return (
    <Section title={t('exit.moves.title')} note={moves.data.length}>
      <FailureNotice failure={confirm.failure} />
      <DataTable
        roomy
        label={t('exit.moves.title')}
        rows={moves.data}
        rowKey={(move) => move.id}
        columns={[
          { key: 'from', head: t('exit.moves.from'), cell: (move) => move.fromName, strong: true },
          { key: 'to', head: t('exit.moves.to'), cell: (move) => move.toName },
          { key: 'why', head: t('encounter.field.why'), cell: (move) => move.why },
          { key: 'by', head: t('exit.moves.by'), cell: (move) => move.requestedBy },
          {
            key: 'confirm',
            head: '',
            numeric: true,
            cell: (move) => (
              <Button
                size="small"
                aria-label={`${t('exit.moves.confirm')} ${move.fromName}`}
                disabled={confirm.busy}
                onClick={() => confirm.run(move.id)}
              >
                {t('exit.moves.confirm')}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  )
}
