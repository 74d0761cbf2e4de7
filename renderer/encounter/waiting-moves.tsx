import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { dayText } from '../text/day.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'

type Waiting = Awaited<ReturnType<typeof desk.encounter.moves>>[number]

const Who = ({ who }: { readonly who: Waiting['from'] }) => {
  const { t, language } = useText()
  return (
    <>
      <Typography component="span" variant="body2" sx={{ fontWeight: 600, mr: 2 }}>
        {who.name}
      </Typography>
      {who.birthDate !== null && t('search.birth', { day: dayText(who.birthDate, language) })}
    </>
  )
}

type Props = {
  /** Nothing else is on the page: then it says so when nothing waits. */
  readonly isAlone: boolean
}

/** For a supervisor: moves asked for after completion wait here for a second person (practice 3). */
export const WaitingMoves = ({ isAlone }: Props) => {
  const { t, language } = useText()
  const { zone } = useSession()
  const queries = useQueryClient()
  const moves = useQuery(deskQuery.encounter.moves.queryOptions())
  const confirm = useAct(
    (moveId: number) => desk.encounter.confirmMove({ moveId }),
    () => void queries.invalidateQueries({ queryKey: deskQuery.encounter.key() }),
  )
  if (!moves.data || (moves.data.length === 0 && !isAlone)) return null
  return (
    <Section title={t('exit.moves.title')} note={moves.data.length}>
      <FailureNotice failure={confirm.failure} />
      <DataTable
        roomy
        label={t('exit.moves.title')}
        rows={moves.data}
        rowKey={(move) => move.id}
        empty={t('exit.moves.empty')}
        columns={[
          { key: 'from', head: t('exit.moves.from'), cell: ({ from }) => <Who who={from} /> },
          { key: 'to', head: t('exit.moves.to'), cell: ({ to }) => <Who who={to} /> },
          { key: 'why', head: t('encounter.field.why'), cell: (move) => move.why },
          { key: 'by', head: t('exit.moves.by'), cell: (move) => move.requestedBy },
          {
            key: 'at',
            head: t('exit.moves.at'),
            cell: (move) => momentText(move.requestedAt, zone, language),
          },
          {
            key: 'confirm',
            head: '',
            numeric: true,
            cell: (move) => (
              <Button
                size="small"
                aria-label={`${t('exit.moves.confirm')} ${move.from.name}`}
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
