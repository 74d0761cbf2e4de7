import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import type { Door } from './desk-state.ts'
import { useText } from '../text/use-text.ts'

type Props = {
  readonly doors: readonly Door[]
  readonly chosen: string
  readonly onChoose: (slotId: string) => void
}

export const DoorList = ({ doors, chosen, onChoose }: Props) => {
  const { t } = useText()
  return (
    <>
      <Typography id="doors" variant="body2" color="text.secondary" sx={{ px: 6, pb: 1.5 }}>
        {t('unlock.who')}
      </Typography>
      <Box component="ul" aria-labelledby="doors" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {doors.map(({ slotId, name, pinTries }) => (
          <li key={slotId}>
            <ButtonBase
              aria-pressed={slotId === chosen}
              onClick={() => onChoose(slotId)}
              sx={{ ...line, ...(slotId === chosen ? picked : {}) }}
            >
              {name}
              {pinTries !== null && (
                <Typography variant="meta" color="text.secondary" sx={{ ml: 'auto' }}>
                  {t('unlock.pin.mark')}
                </Typography>
              )}
            </ButtonBase>
          </li>
        ))}
      </Box>
      {doors.length > 1 && (
        <Typography variant="meta" color="text.disabled" component="p" sx={{ px: 6, py: 2.5 }}>
          {t('unlock.pin.keys')}
        </Typography>
      )}
    </>
  )
}

const line = {
  width: 1,
  minHeight: 52,
  px: 6,
  justifyContent: 'flex-start',
  fontSize: '1rem',
  fontWeight: 500,
  '&.Mui-focusVisible': { outlineOffset: -3 },
} as const

const picked = {
  bgcolor: 'blueTint',
  fontWeight: 600,
  boxShadow: (theme: { vars: { palette: { primary: { main: string } } } }) =>
    `inset 4px 0 0 ${theme.vars.palette.primary.main}`,
} as const
