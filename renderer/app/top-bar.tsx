import Box from '@mui/material/Box'
import { mdiLanDisconnect } from '@mdi/js'
import type { ReactNode } from 'react'
import { useText } from '../text/use-text.ts'
import { Icon } from '../ui/icon.tsx'
import { useSession } from './session-context.ts'

type Props = {
  /** The page writes its title in here. */
  readonly titleRef: (element: HTMLElement | null) => void
  readonly search?: ReactNode
}

export const TopBar = ({ titleRef, search }: Props) => {
  const { t } = useText()
  const { name, roles } = useSession()
  return (
    <Box
      component="header"
      sx={{
        flex: 'none',
        minHeight: 48,
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        px: 6,
        flexWrap: 'wrap',
        py: 1,
      }}
    >
      <Box ref={titleRef} sx={{ flex: 1, minWidth: 0, fontSize: '0.9375rem', fontWeight: 600 }} />
      {search && <Box sx={{ width: 372, maxWidth: 1 }}>{search}</Box>}
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'text.disabled', fontSize: '0.8125rem' }}
      >
        <Icon path={mdiLanDisconnect} size={16} />
        {t('ui.frame.offline')}
      </Box>
      <Box sx={{ display: 'flex', gap: 1.5, fontSize: '0.8125rem' }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {name}
        </Box>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {roles.map((role) => t(`session.role.${role}`)).join(t('ui.list.comma'))}
        </Box>
      </Box>
    </Box>
  )
}
