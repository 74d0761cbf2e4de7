import Box from '@mui/material/Box'
import { useText } from '../text/use-text.ts'
import { StepList } from '../ui/step-list.tsx'
import type { StepState } from '../ui/step-ring.tsx'

const steps = ['branch', 'card', 'check'] as const

export type MakeStep = (typeof steps)[number]

/** Where one is while the vault is being made. The order is fixed, so a click goes nowhere. */
export const MakeSteps = ({ at, onBack }: { readonly at: MakeStep; readonly onBack?: () => void }) => {
  const { t } = useText()
  const current = steps.indexOf(at)
  const stateOf = (index: number): StepState => {
    if (index === current) return 'current'
    return index < current ? 'done' : 'closed'
  }
  return (
    <Box sx={{ px: 6, pt: 5 }}>
      <StepList
        label={t('unlock.make.steps')}
        steps={steps.map((id, index) => ({
          id,
          title: t(`unlock.make.step.${id}`),
          note: t(`unlock.make.note.${id}`),
          state: stateOf(index),
        }))}
        onPick={(id) => id === 'card' && at === 'check' && onBack?.()}
      />
    </Box>
  )
}
