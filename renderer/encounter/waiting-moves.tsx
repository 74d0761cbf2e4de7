import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNotice } from '../app/failure-notice.tsx'
import { useSession } from '../app/session-context.ts'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'
import { dayText } from '../text/day.ts'
import { momentText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'
import { DeclineMove } from './decline-move.tsx'
import { WithdrawMove } from './withdraw-move.tsx'

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

type Acts = {
  readonly move: Waiting
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly onDecline: () => void
}

const MoveActs = ({ move, busy, onConfirm, onDecline }: Acts) => {
  const { t, language } = useText()
  const { name, birthDate } = move.from
  // Two of one name may wait at once: for the ear too the birth date tells them apart.
  const whose = [name, ...(birthDate === null ? [] : [dayText(birthDate, language)])].join(' ')
  const why = move.isOwn ? t('exit.moves.own') : t('exit.moves.notReady', { who: move.requestedBy })
  const canConfirm = move.isReady && !move.isOwn
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}>
      {!canConfirm && (
        <Typography component="span" variant="body2">
          {why}
        </Typography>
      )}
      <Button
        size="small"
        aria-label={`${t('exit.moves.confirm')} ${whose}`}
        disabled={busy || !canConfirm}
        onClick={onConfirm}
      >
        {t('exit.moves.confirm')}
      </Button>
      {move.isOwn ? (
        <WithdrawMove encounterId={move.encounterId} whose={whose} />
      ) : (
        <Button
          size="small"
          aria-label={`${t('exit.moves.decline')} ${whose}`}
          disabled={busy}
          onClick={onDecline}
        >
          {t('exit.moves.decline')}
        </Button>
      )}
    </Box>
  )
}

const useMoveActs = () => {
  const queries = useQueryClient()
  const [declining, setDeclining] = useState<number | null>(null)
  const settled = (): void => {
    setDeclining(null)
    void queries.invalidateQueries({ queryKey: deskQuery.encounter.key() })
  }
  const confirm = useAct((moveId: number) => desk.encounter.confirmMove({ moveId }), settled)
  const decline = useAct(
    (input: { moveId: number; why: string }) => desk.encounter.declineMove(input),
    settled,
  )
  return { declining, setDeclining, confirm, decline, busy: confirm.busy || decline.busy }
}

type Props = {
  /** Nothing else is on the page: then it says so when nothing waits. */
  readonly isAlone: boolean
}

/** For a supervisor: moves asked for after completion wait here for a second person (practice 3). */
export const WaitingMoves = ({ isAlone }: Props) => {
  const { t, language } = useText()
  const { zone } = useSession()
  const moves = useQuery(deskQuery.encounter.moves.queryOptions())
  const { declining, setDeclining, confirm, decline, busy } = useMoveActs()
  if (moves.error) return <FailureNotice failure={failureOf(moves.error)} />
  if (!moves.data || (moves.data.length === 0 && !isAlone)) return null
  return (
    <Section title={t('exit.moves.title')} note={moves.data.length}>
      <FailureNotice failure={confirm.failure ?? decline.failure} />
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
              <MoveActs
                move={move}
                busy={busy}
                onConfirm={() => confirm.run(move.id)}
                onDecline={() => setDeclining(move.id)}
              />
            ),
          },
        ]}
      />
      {declining !== null && (
        <DeclineMove
          busy={busy}
          onDecline={(why) => decline.run({ moveId: declining, why })}
          onClose={() => setDeclining(null)}
        />
      )}
    </Section>
  )
}
