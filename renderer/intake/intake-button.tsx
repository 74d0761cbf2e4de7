import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNavigate } from 'react-router'
import { useRight, useSession } from '../app/session-context.ts'
import { useText } from '../text/use-text.ts'

/** Why no file can be taken in now; empty when it can. */
export const useNoIntake = (): string => {
  const { t } = useText()
  return useSession().readOnly === null ? '' : t('intake.readOnly')
}

type Props = { readonly words: string; readonly variant: 'outlined' | 'contained' }

/** The way to the import, for whoever may; shut with its reason while nothing can be saved. */
export const IntakeButton = ({ words, variant }: Props) => {
  const navigate = useNavigate()
  const mayTakeIn = useRight('intake.run')
  const shut = useNoIntake()
  if (!mayTakeIn) return null
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      {shut !== '' && (
        <Typography variant="body2" color="text.secondary">
          {shut}
        </Typography>
      )}
      <Button variant={variant} disabled={shut !== ''} onClick={() => void navigate('/intake')}>
        {words}
      </Button>
    </Box>
  )
}
