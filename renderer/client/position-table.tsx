import Typography from '@mui/material/Typography'
import type { Position } from '../../shared/client/model.ts'
import { formatFen } from '../../shared/money.ts'
import { useSession } from '../app/session-context.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'

const kinds = ['demand', 'time', 'wealth', 'fund', 'insurance', 'bond', 'metal'] as const

type Line = { readonly key: string; readonly name: string; readonly amount: number }

const useLines = (position: Position): readonly Line[] => {
  const { t } = useText()
  const parts = kinds
    .filter((kind) => position[kind] !== 0)
    .map((kind) => ({ key: kind, name: t(`client.field.${kind}`), amount: position[kind] }))
  const total = { key: 'aum', name: t('client.field.aum'), amount: position.aum }
  const loan = { key: 'loan', name: t('client.position.loan'), amount: position.loan }
  return [...parts, total, ...(position.loan === 0 ? [] : [loan])]
}

const Table = ({ position }: { readonly position: Position }) => {
  const { t } = useText()
  return (
    <DataTable
      label={t('client.position.title')}
      rows={useLines(position)}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'name',
          head: t('client.position.kind'),
          cell: ({ key, name }) => (key === 'aum' ? <b>{name}</b> : name),
        },
        {
          key: 'amount',
          head: t('client.list.unit'),
          numeric: true,
          cell: ({ key, amount }) => (key === 'aum' ? <b>{formatFen(amount)}</b> : formatFen(amount)),
        },
      ]}
    />
  )
}

/** What the bank's own books said last; not what the client told. */
export const PositionTable = ({ position }: { readonly position: Position | null }) => {
  const { t, language } = useText()
  const { today } = useSession()
  const note =
    position === null ? '' : t('client.list.asOf', { day: dayText(position.asOf, language, today) })
  return (
    <Section title={t('client.position.title')} note={note}>
      {position === null ? (
        <Typography color="text.secondary" sx={{ pt: 2 }}>
          {t('client.position.empty')}
        </Typography>
      ) : (
        <Table position={position} />
      )}
    </Section>
  )
}
