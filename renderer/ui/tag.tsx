import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type Tone = 'plain' | 'blue' | 'seal' | 'ochre'

type Props = { readonly tone?: Tone; readonly icon?: string; readonly children: ReactNode }

const grounds = {
  plain: { bgcolor: 'transparent', color: 'text.secondary', borderColor: 'edge' },
  blue: { bgcolor: 'blueTint', color: 'primary.main', borderColor: 'transparent' },
  seal: { bgcolor: 'sealTint', color: 'error.dark', borderColor: 'transparent' },
  ochre: { bgcolor: 'ochreTint', color: 'warning.main', borderColor: 'transparent' },
} as const

/** A small sign with a word; not clickable. Seal: a hand is needed now. Ochre: soon, or to verify. */
export const Tag = ({ tone = 'plain', icon, children }: Props) => (
  <Box
    component="span"
    sx={{
      display: 'inline-flex',
      alignItems: 'center',
      gap: 1,
      minHeight: 20,
      px: 1.5,
      fontSize: '0.75rem',
      lineHeight: '1.125rem',
      border: 1,
      borderRadius: 0.5,
      whiteSpace: 'nowrap',
      ...grounds[tone],
    }}
  >
    {icon && <Icon path={icon} size={16} />}
    {children}
  </Box>
)
