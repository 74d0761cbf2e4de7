import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import {
  mdiAccountGroupOutline,
  mdiArchiveOutline,
  mdiCogOutline,
  mdiFileChartOutline,
  mdiForumOutline,
  mdiLockOutline,
} from '@mdi/js'
import { NavLink } from 'react-router'
import type { Right } from '../../shared/staff/rights.ts'
import type { TextKey } from '../../shared/text/index.ts'
import { archiveRights } from '../custody/archive-rights.ts'
import { useText } from '../text/use-text.ts'
import { Icon } from '../ui/icon.tsx'
import { Seal } from '../ui/seal.tsx'
import { lockPage } from './lock-page.ts'
import { useSession } from './session-context.ts'

type Place = {
  readonly to: string
  readonly text: TextKey
  readonly icon: string
  /** One of them is enough; none: for everybody. */
  readonly rights: readonly Right[]
}

// Only places that exist: Today and team come with their own pages.
const places: readonly Place[] = [
  { to: '/client', text: 'ui.place.client', icon: mdiAccountGroupOutline, rights: ['client.read'] },
  {
    to: '/encounter',
    text: 'ui.place.encounter',
    icon: mdiForumOutline,
    rights: ['encounter.lead', 'encounter.supervise'],
  },
  { to: '/report', text: 'ui.place.report', icon: mdiFileChartOutline, rights: ['statement.print'] },
  { to: '/archive', text: 'ui.place.archive', icon: mdiArchiveOutline, rights: archiveRights },
  { to: '/settings', text: 'ui.place.setting', icon: mdiCogOutline, rights: [] },
]

const item = {
  display: 'flex',
  flexDirection: 'column',
  gap: 0.5,
  width: 64,
  ml: 2,
  minHeight: 56,
  px: 0.5,
  borderRadius: '4px 0 0 4px',
  fontSize: '0.75rem',
  lineHeight: '1.125rem',
  textAlign: 'center',
  color: 'spine.text',
  '&.active': { bgcolor: 'background.default', color: 'primary.main', fontWeight: 600 },
  '&:hover:not(.active)': { color: 'common.white' },
  '&:focus-visible, &.Mui-focusVisible': {
    outline: '2px solid',
    outlineColor: 'spine.focus',
    outlineOffset: -3,
  },
} as const

/** Where I am. */
export const Spine = ({ open }: { readonly open: readonly string[] }) => {
  const { t } = useText()
  const { rights } = useSession()
  return (
    <Box
      component="nav"
      aria-label={t('ui.frame.navigation')}
      sx={{ flex: '0 0 72px', bgcolor: 'spine.ground', display: 'flex', flexDirection: 'column', pb: 2 }}
    >
      <Box sx={{ px: 4.5, pt: 2.5, pb: 3 }}>
        <Seal size={36} />
      </Box>
      {places
        .filter(({ to, rights: wanted }) => {
          const isMine = wanted.length === 0 || wanted.some((right) => rights.includes(right))
          return open.includes(to.slice(1)) && isMine
        })
        .map(({ to, text, icon }) => (
          <ButtonBase key={to} component={NavLink} to={to} sx={item}>
            <Icon path={icon} size={20} />
            {t(text)}
          </ButtonBase>
        ))}
      <ButtonBase onClick={() => void lockPage()} sx={{ ...item, mt: 'auto' }} title="Ctrl+L">
        <Icon path={mdiLockOutline} size={20} />
        {t('ui.frame.lock')}
      </ButtonBase>
    </Box>
  )
}
