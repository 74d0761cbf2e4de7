import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import { useText } from '../text/use-text.ts'
import { StepRing } from './step-ring.tsx'
import type { StepState } from './step-ring.tsx'

export type StepItem = {
  readonly id: string
  readonly title: string
  /** Always a count, what is missing, or why the step is closed. */
  readonly note: string
  readonly state: StepState
}

type Props = {
  readonly label: string
  readonly steps: readonly StepItem[]
  /** A click on a closed step comes here too: it explains, it is never silent. */
  readonly onPick: (id: string) => void
}

export const StepList = ({ label, steps, onPick }: Props) => {
  const { t } = useText()
  return (
    <Box component="ol" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {steps.map(({ id, title, note, state }, index) => (
        <Box component="li" key={id} sx={{ position: 'relative', pb: 3 }}>
          {index < steps.length - 1 && (
            <Box
              aria-hidden
              sx={{
                position: 'absolute',
                left: 11.5,
                top: 28,
                bottom: 0,
                borderLeft: 1,
                borderColor: 'rule2',
              }}
            />
          )}
          <ButtonBase
            onClick={() => onPick(id)}
            aria-current={state === 'current' ? 'step' : undefined}
            sx={{
              display: 'flex',
              alignItems: 'flex-start',
              justifyContent: 'flex-start',
              gap: 3,
              width: 1,
              textAlign: 'left',
              borderRadius: 1,
            }}
          >
            <StepRing state={state} number={index + 1} word={t(`ui.step.${state}`)} />
            <Box sx={{ minWidth: 0 }}>
              <Typography
                variant="lead"
                component="span"
                sx={{
                  display: 'block',
                  fontWeight: state === 'current' ? 600 : 500,
                  color: { current: 'primary.main', closed: 'text.disabled', done: '', open: '' }[state],
                }}
              >
                {title}
              </Typography>
              <Typography variant="meta" color="text.secondary" sx={{ display: 'block' }}>
                {note}
              </Typography>
            </Box>
          </ButtonBase>
        </Box>
      ))}
    </Box>
  )
}
