import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { mdiArrowLeft, mdiEyeOffOutline, mdiEyeOutline, mdiLockOutline, mdiPresentation } from '@mdi/js'
import { useNavigate } from 'react-router'
import { clientIsHere, isOver } from '../../shared/encounter/step.ts'
import { lockPage } from '../app/lock-page.ts'
import { useSession } from '../app/session-context.ts'
import { clockText } from '../text/moment.ts'
import { useText } from '../text/use-text.ts'
import { FieldMark } from '../ui/field-mark.tsx'
import { Icon } from '../ui/icon.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Tag } from '../ui/tag.tsx'
import { ExitMenu } from './exit-menu.tsx'
import { useMeeting } from './meeting-context.ts'

type Props = { readonly onHide: () => void; readonly onFace: () => void }

const minute = 60_000

/** While nobody sits at the table one may go and do something else; a meeting that runs is suspended first (practice 18). */
const WayBack = () => {
  const { t } = useText()
  const { view } = useMeeting()
  const navigate = useNavigate()
  if (clientIsHere(view.step) && view.suspendedAt === null) return null
  return (
    <Button
      variant="text"
      startIcon={<Icon path={mdiArrowLeft} />}
      sx={{ ml: -3 }}
      onClick={() => void navigate('/encounter')}
    >
      {t('encounter.bar.leave')}
    </Button>
  )
}

const Who = () => {
  const { t } = useText()
  const { view } = useMeeting()
  return (
    <>
      <Typography variant="lead" component="span">
        {view.clientName}
      </Typography>
      {view.onBehalfOf !== '' && (
        <Tag tone="blue">{t('encounter.bar.onBehalf', { name: view.onBehalfOf })}</Tag>
      )}
      <Typography component="span" color="text.secondary">
        {t('encounter.bar.number', { number: view.number })}
      </Typography>
    </>
  )
}

/** Who, since when, what is safe, and the keys: F9 the client's face, F8 hides amounts. */
export const MeetingBar = ({ onHide, onFace }: Props) => {
  const { t } = useText()
  const { zone } = useSession()
  const { view, hidden, saving } = useMeeting()
  const minutes = Math.floor((view.changedAt - view.createdAt) / minute)
  return (
    <Box
      component="header"
      sx={{
        minHeight: 56,
        px: 8,
        py: 1,
        display: 'flex',
        flexWrap: 'wrap',
        rowGap: 2,
        alignItems: 'center',
        gap: 4,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <WayBack />
      <Who />
      <Typography component="span" color="text.secondary" sx={{ mr: 'auto' }}>
        {view.appointment.place}
      </Typography>
      <FieldMark
        durable={saving ? { kind: 'saving' } : { kind: 'saved', at: clockText(view.changedAt, zone) }}
      />
      {!isOver(view.step) && (
        <Typography component="span" color="text.secondary">
          {t('encounter.bar.minutes', { minutes })}
        </Typography>
      )}
      <Button variant="outlined" startIcon={<Icon path={mdiPresentation} />} onClick={onFace}>
        {t('encounter.bar.face')}&nbsp;<Kbd>F9</Kbd>
      </Button>
      <Button
        variant="outlined"
        startIcon={<Icon path={hidden ? mdiEyeOutline : mdiEyeOffOutline} />}
        onClick={onHide}
      >
        {t(hidden ? 'encounter.bar.show' : 'encounter.bar.hide')}&nbsp;<Kbd>F8</Kbd>
      </Button>
      <ExitMenu />
      <Button
        variant="outlined"
        startIcon={<Icon path={mdiLockOutline} />}
        title="Ctrl+L"
        onClick={() => void lockPage()}
      >
        {t('encounter.bar.lock')}
      </Button>
    </Box>
  )
}
