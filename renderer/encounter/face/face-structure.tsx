import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Face } from '../../../shared/encounter/face.ts'
import { formatFen } from '../../../shared/money.ts'
import { dayText } from '../../text/day.ts'
import { useText } from '../../text/use-text.ts'

type Structure = NonNullable<Face['structure']>

/** The client's own assets at this bank as bars from zero on one scale, each with name and value. */
export const FaceStructure = ({ structure }: { readonly structure: Structure }) => {
  const { t, language } = useText()
  const most = Math.max(...structure.parts.map(({ amount }) => amount))
  return (
    <Box component="section" aria-label={t('face.structure')}>
      <Typography variant="faceNote" component="h2" color="text.secondary">
        {`${t('face.structure')} · ${t('face.asOf', { date: dayText(structure.asOf, language) })}`}
      </Typography>
      {structure.parts.map(({ part, amount }) => (
        <Box key={part} sx={{ pt: 2 }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between' }}>
            <Typography variant="faceNote">{t(`face.part.${part}`)}</Typography>
            <Typography variant="faceNote">{`${formatFen(amount)} ${t('face.yuan')}`}</Typography>
          </Box>
          <Box sx={{ height: 12, bgcolor: 'well' }}>
            <Box sx={{ height: 12, width: `${(amount / most) * 100}%`, minWidth: 2, bgcolor: 'chart.1' }} />
          </Box>
        </Box>
      ))}
    </Box>
  )
}
