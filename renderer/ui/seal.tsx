import Box from '@mui/material/Box'

/** The seal mark; besides "a hand is needed now" the only use of seal red. A picture of two signs, not a text. */
export const Seal = ({ size }: { readonly size: 36 | 52 }) => (
  <Box
    aria-hidden
    sx={{
      width: size,
      height: size,
      borderRadius: 0.5,
      bgcolor: '#AD3526',
      color: '#FFFFFF',
      display: 'grid',
      placeItems: 'center',
      fontSize: size * 0.36,
      lineHeight: 1.05,
      fontWeight: 600,
      writingMode: 'vertical-rl',
    }}
  >
    {'\u77E5\u97F3'}
  </Box>
)
