import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import type { OwnerCount, OwnerFilter } from '../../shared/client/contract.ts'
import { formatFen } from '../../shared/money.ts'
import { useText } from '../text/use-text.ts'
import { Section } from '../ui/section.tsx'

type Total = { readonly clients: number; readonly aum: number }

type Props = {
  readonly owners: readonly OwnerCount[]
  readonly total: Total
  readonly value: OwnerFilter
  readonly onChange: (value: OwnerFilter) => void
}

const line = {
  width: 1,
  display: 'grid',
  gridTemplateColumns: '1fr auto',
  columnGap: 2,
  textAlign: 'left',
  px: 2,
  py: 2,
  borderBottom: 1,
  borderColor: 'divider',
  borderLeft: 4,
  borderLeftColor: 'transparent',
  '&[aria-pressed="true"]': { bgcolor: 'blueTint', borderLeftColor: 'primary.main' },
} as const

type LineProps = {
  readonly name: string
  readonly of: Total
  readonly on: boolean
  readonly onPick: () => void
}

const Line = ({ name, of, on, onPick }: LineProps) => {
  const { t } = useText()
  return (
    <ButtonBase aria-pressed={on} onClick={onPick} sx={line}>
      <Typography component="span" sx={{ fontWeight: 500 }}>
        {name}
      </Typography>
      <Typography component="span" variant="body2">
        {t('client.list.count', { n: of.clients })}
      </Typography>
      <Typography
        component="span"
        variant="meta"
        color="text.secondary"
        sx={{ gridColumn: 2, textAlign: 'right' }}
      >
        {formatFen(of.aum)}
      </Typography>
    </ButtonBase>
  )
}

/** Whose clients: counts and sums per owner, and those nobody has. */
export const OwnerCounts = ({ owners, total, value, onChange }: Props) => {
  const { t } = useText()
  return (
    <Section title={t('client.list.owner')} note={t('client.list.unit')}>
      <Box>
        <Line name={t('client.everybody')} of={total} on={value === 'all'} onPick={() => onChange('all')} />
        {owners.map((each) => {
          const filter = each.ownerId ?? 'none'
          const name = each.ownerId === null ? t('client.noOwner') : each.owner
          return (
            <Line key={filter} name={name} of={each} on={value === filter} onPick={() => onChange(filter)} />
          )
        })}
      </Box>
    </Section>
  )
}
