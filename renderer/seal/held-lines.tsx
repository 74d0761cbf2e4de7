import Typography from '@mui/material/Typography'
import { heldLines, type Copies } from '../../shared/seal/older-copies.ts'
import { dayText } from '../text/day.ts'
import { useText } from '../text/use-text.ts'

/** Where rows from before a sealing may still lie open, a line each. */
export const HeldLines = ({ copies }: { readonly copies: Copies }) => {
  const { t, language } = useText()
  return heldLines(copies, (day) => dayText(day, language)).map(({ key, values }) => (
    <Typography key={key} variant="body2" color="text.secondary">
      {t(`seal.held.${key}`, values)}
    </Typography>
  ))
}
