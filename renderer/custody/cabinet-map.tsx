import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { CabinetPlace } from '../../shared/custody/contract.ts'
import { useText } from '../text/use-text.ts'
import { Section } from '../ui/section.tsx'

type Cell = CabinetPlace & { readonly cabinet: string; readonly rest: string }

// A-3-2: cabinet, shelf, place. What is written in another way stands under its own name.
const cellOf = (place: CabinetPlace): Cell => {
  const [cabinet = '', ...rest] = place.place.split('-')
  return { ...place, cabinet, rest: rest.join('-') }
}

const grouped = (places: readonly CabinetPlace[]): readonly (readonly [string, readonly Cell[]])[] => {
  const cells = places.map(cellOf)
  return [...new Set(cells.map(({ cabinet }) => cabinet))].map(
    (name) => [name, cells.filter(({ cabinet }) => cabinet === name)] as const,
  )
}

const Place = ({ cell, most }: { readonly cell: Cell; readonly most: number }) => (
  <Box
    component="li"
    sx={{
      border: cell.late ? 2 : 1,
      borderColor: cell.late ? 'error.main' : 'divider',
      bgcolor: cell.late ? 'sealTint' : 'background.paper',
      borderRadius: 0.5,
      px: 1.5,
      py: 1,
      fontSize: '0.75rem',
      display: 'grid',
      gap: 0.5,
    }}
  >
    <Box sx={{ display: 'flex', justifyContent: 'space-between', color: 'text.secondary' }}>
      <span>{cell.rest === '' ? cell.cabinet : cell.rest}</span>
      <Box component="span" sx={{ color: cell.late ? 'error.main' : 'text.primary', fontWeight: 500 }}>
        {cell.count}
      </Box>
    </Box>
    <Box sx={{ height: 4, bgcolor: 'divider' }}>
      <Box sx={{ height: 4, width: `${Math.round((cell.count / most) * 100)}%`, bgcolor: 'primary.main' }} />
    </Box>
  </Box>
)

/** 档案柜: how many stand where; a place one is overdue from has a red edge. */
export const CabinetMap = ({ places }: { readonly places: readonly CabinetPlace[] }) => {
  const { t } = useText()
  const most = Math.max(1, ...places.map(({ count }) => count))
  const total = places.reduce((sum, { count }) => sum + count, 0)
  return (
    <Section title={t('custody.cabinet.title')} note={t('custody.count.rows', { n: total })}>
      {grouped(places).map(([name, cells]) => (
        <Box key={name} sx={{ pt: 3 }}>
          <Typography variant="body2" component="h3" sx={{ fontWeight: 500, pb: 1 }}>
            {t('custody.cabinet.name', { name })}
          </Typography>
          <Box
            component="ul"
            sx={{
              listStyle: 'none',
              m: 0,
              p: 0,
              display: 'grid',
              gap: 1.5,
              gridTemplateColumns: 'repeat(3, 1fr)',
            }}
          >
            {cells.map((cell) => (
              <Place key={cell.place} cell={cell} most={most} />
            ))}
          </Box>
        </Box>
      ))}
      {places.some(({ late }) => late) && (
        <Typography variant="body2" color="error.main" sx={{ pt: 2 }}>
          {t('custody.cabinet.late')}
        </Typography>
      )}
    </Section>
  )
}
