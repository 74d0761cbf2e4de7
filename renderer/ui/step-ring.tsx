import Box from '@mui/material/Box'
import { mdiCheck } from '@mdi/js'
import { Icon } from './icon.tsx'

export type StepState = 'done' | 'current' | 'open' | 'closed'

type Props = { readonly state: StepState; readonly number: number; readonly word: string }

const rings = {
  done: { borderColor: 'primary.main', color: 'primary.main' },
  current: { borderColor: 'primary.main', bgcolor: 'primary.main', color: 'primary.contrastText' },
  open: { borderColor: 'edge', color: 'text.primary' },
  closed: { borderColor: 'edge', borderStyle: 'dashed', color: 'text.disabled' },
} as const

/** Done: tick in a ring · current: filled · open: solid ring · closed: dashed ring. */
export const StepRing = ({ state, number, word }: Props) => (
  <Box
    role="img"
    aria-label={`${number} ${word}`}
    sx={{
      flex: 'none',
      width: 24,
      height: 24,
      borderRadius: '50%',
      border: 1,
      display: 'grid',
      placeItems: 'center',
      fontSize: '0.75rem',
      fontWeight: state === 'current' ? 600 : 400,
      ...rings[state],
    }}
  >
    {state === 'done' ? <Icon path={mdiCheck} size={16} /> : number}
  </Box>
)
