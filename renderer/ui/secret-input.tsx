import Button from '@mui/material/Button'
import { mdiEyeOffOutline, mdiEyeOutline } from '@mdi/js'
import { useState } from 'react'
import { useText } from '../text/use-text.ts'
import { Icon } from './icon.tsx'
import { TextInput } from './text-input.tsx'
import type { TextInputProps } from './text-input.tsx'

/** A passphrase: hidden until the person beside the screen asks to see it. */
export const SecretInput = (props: Omit<TextInputProps, 'type' | 'end' | 'unit' | 'lines'>) => {
  const { t } = useText()
  const [shown, setShown] = useState(false)
  const toggle = (
    <Button
      variant="text"
      size="small"
      aria-pressed={shown}
      onClick={() => setShown(!shown)}
      startIcon={<Icon path={shown ? mdiEyeOffOutline : mdiEyeOutline} />}
      sx={{ color: 'text.secondary', flex: 'none' }}
    >
      {t(shown ? 'ui.field.hide' : 'ui.field.show')}
    </Button>
  )
  return <TextInput {...props} type={shown ? 'text' : 'password'} end={toggle} />
}
