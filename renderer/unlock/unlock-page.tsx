import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { mdiBookmarkOutline, mdiContentSaveCheckOutline } from '@mdi/js'
import { useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import type { DeskState, Door } from './desk-state.ts'
import { FailureNotice } from '../app/failure-notice.tsx'
import { leavePage } from '../app/lock-page.ts'
import { useText } from '../text/use-text.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { TroubleNotice } from '../restore/trouble-notice.tsx'
import { CardForm } from './card-form.tsx'
import { DoorList } from './door-list.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import { PinForm } from './pin-form.tsx'
import { SampleLink } from './sample-link.tsx'
import { Sheet } from './sheet.tsx'
import { useDoorKeys } from './use-door-keys.ts'

const Reassurance = () => {
  const { t } = useText()
  const lines = [
    [mdiBookmarkOutline, t('unlock.back.place')],
    [mdiContentSaveCheckOutline, t('unlock.back.kept')],
  ] as const
  return (
    <Box sx={{ borderTop: 1, borderColor: 'rule2', mt: 10, pt: 3.5 }}>
      {lines.map(([icon, line]) => (
        <Box
          key={line}
          sx={{ display: 'flex', gap: 2, alignItems: 'center', color: 'primary.main', py: 0.5 }}
        >
          <Icon path={icon} />
          <Typography variant="body2" color="text.secondary">
            {line}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}

type Props = { readonly state: DeskState; readonly onRestore: () => void }

/** Why the vault can't be opened here now, what was kept, and what to do. */
const Obstacle = ({ state, onRestore }: Props) => {
  const { t } = useText()
  if (state.state !== 'in-use') return <TroubleNotice state={state} onRestore={onRestore} />
  const reload = <Button onClick={leavePage}>{t('ui.action.reload')}</Button>
  const kept = t('unlock.state.inUseKept', { by: state.heldBy })
  return <Notice kind="refused" title={t('unlock.state.inUse')} kept={kept} action={reload} />
}

type Way = 'pin' | 'passphrase' | 'card'

const DoorForm = ({ door, first }: { readonly door: Door; readonly first: Way }) => {
  const { t } = useText()
  const [way, setWay] = useState(first)
  const [closed, setClosed] = useState<Failure | null>(null)
  const hasPin = door.pinTries !== null
  if (way === 'card') return <CardForm door={door} onPassphrase={() => setWay('passphrase')} />
  if (way === 'pin' && hasPin)
    return <PinForm door={door} onPassphrase={() => setWay('passphrase')} onClosed={setClosed} />
  const toPin = hasPin && (
    <Link component="button" type="button" variant="body1" onClick={() => setWay('pin')}>
      {t('unlock.pin.use')}
    </Link>
  )
  return (
    <>
      {closed && (
        <Box sx={{ mb: 4 }}>
          <FailureNotice failure={closed} />
        </Box>
      )}
      <PassphraseForm door={door} onCard={() => setWay('card')} more={toPin} />
    </>
  )
}

export const UnlockPage = ({ state, onRestore }: Props) => {
  const [chosen, setChosen] = useState(state.lastDoor ?? state.doors[0]?.slotId ?? '')
  const door = state.doors.find(({ slotId }) => slotId === chosen) ?? state.doors[0]
  useDoorKeys(state.doors, door?.slotId ?? '', setChosen)
  const place = [state.bank, state.branch].filter((part) => part !== '').join('')
  const open = state.state === 'locked' && door
  const doors =
    state.doors.length > 0 ? (
      <DoorList doors={state.doors} chosen={door?.slotId ?? ''} onChoose={setChosen} />
    ) : null
  return (
    <Sheet place={place} links={<SampleLink hasSample={state.hasSample} />} aside={doors}>
      {!open && <Obstacle state={state} onRestore={onRestore} />}
      {open && state.trouble !== null && (
        <Box sx={{ mb: 6 }}>
          <TroubleNotice state={state} onRestore={onRestore} />
        </Box>
      )}
      {open && (
        <>
          <DoorForm key={door.slotId} door={door} first={door.pinTries === null ? 'passphrase' : 'pin'} />
          <Reassurance />
        </>
      )}
    </Sheet>
  )
}
