import Box from '@mui/material/Box'
import { screenFill } from './fills.ts'

/** The colour of a part, as the first cell of its table row; the word beside it says the same. */
export const ColourKey = ({ part }: { readonly part: string }) => {
  const fill = screenFill(part)
  const isSolid = typeof fill === 'number'
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        display: 'inline-block',
        width: 12,
        height: 12,
        mr: 2,
        border: 1,
        borderColor: fill === 'own' ? 'chart.1' : isSolid && fill < 4 ? `chart.${fill}` : 'chart.2',
        bgcolor: isSolid ? `chart.${fill}` : 'transparent',
      }}
    />
  )
}
