import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect } from 'react'
import { useText } from '../text/use-text.ts'
import { Seal } from '../ui/seal.tsx'
import { lockOnKey } from './lock-page.ts'
import { touchNow } from './touch.ts'

const inputs = ['keydown', 'pointerdown'] as const

/**
 * What stands on the screen when nothing was done in a meeting for long: no name, no number, no place (practice 9).
 * A key or a click brings back exactly what the client could see before; a minute without one locks.
 */
export const Cover = ({ onBack }: { readonly onBack: () => void }) => {
  const { t } = useText()
  useEffect(() => {
    const back = (event: Event): void => {
      if (event instanceof KeyboardEvent) lockOnKey(event)
      if (event.defaultPrevented || !event.isTrusted) return
      // The key was for the cover and must do nothing to what comes back.
      event.preventDefault()
      event.stopPropagation()
      touchNow()
      onBack()
    }
    for (const input of inputs) window.addEventListener(input, back, { capture: true })
    return () => {
      for (const input of inputs) window.removeEventListener(input, back, { capture: true })
    }
  }, [onBack])
  return (
    <Box
      component="main"
      sx={{ height: '100vh', display: 'grid', placeContent: 'center', justifyItems: 'center', gap: 4 }}
    >
      <Seal size={52} />
      <Typography variant="stepTitle" component="h1" sx={{ letterSpacing: '0.08em' }}>
        {t('ui.name')}
      </Typography>
    </Box>
  )
}
