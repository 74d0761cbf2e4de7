import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { abortReasons, leaveReasons, postponeReasons } from '../../shared/encounter/sent.ts'
import { useText } from '../text/use-text.ts'
import { useMeeting } from './meeting-context.ts'
import { MoveDialog } from './move-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

type Exit = 'leftEarly' | 'postpone' | 'abort' | 'wrongClient'

const eventOf = {
  leftEarly: 'client.left-early',
  postpone: 'meeting.postponed',
  abort: 'meeting.aborted',
  wrongClient: 'meeting.moved',
} as const

/** The honest ways out; only those that are open in this step. */
export const ExitMenu = () => {
  const { t } = useText()
  const { view, send } = useMeeting()
  const navigate = useNavigate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [exit, setExit] = useState<Exit | null>(null)
  const isOpen = (type: string): boolean =>
    view.events.some((event) => event.type === type && event.reasons.length === 0)
  const pick = (next: Exit): void => {
    setAnchor(null)
    setExit(next)
  }
  const close = (): void => setExit(null)
  const suspend = async (): Promise<void> => {
    setAnchor(null)
    const taken = await send({ type: 'meeting.suspended' })
    if (taken) await navigate('/encounter')
  }
  const exits = (Object.keys(eventOf) as Exit[]).filter((name) => isOpen(eventOf[name]))
  return (
    <>
      <Button variant="outlined" aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        {t('encounter.bar.more')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {isOpen('meeting.suspended') && (
          <MenuItem onClick={() => void suspend()}>{t('encounter.bar.suspend')}</MenuItem>
        )}
        {exits.map((name) => (
          <MenuItem key={name} onClick={() => pick(name)}>
            {t(`encounter.action.${name}`)}
          </MenuItem>
        ))}
      </Menu>
      <ReasonDialog
        open={exit === 'leftEarly'}
        title={t('encounter.action.leftEarly')}
        verb={t('encounter.action.leftEarly')}
        reasons={leaveReasons.map((value) => ({ value, label: t(`exit.leave.${value}`) }))}
        onClose={close}
        onPick={(reason) => send({ type: 'client.left-early', reason })}
      />
      <ReasonDialog
        open={exit === 'postpone'}
        title={t('encounter.action.postpone')}
        verb={t('encounter.action.postpone')}
        dateLabel={t('encounter.field.newDate')}
        reasons={postponeReasons.map((value) => ({ value, label: t(`exit.postpone.${value}`) }))}
        onClose={close}
        onPick={(reason, _note, date) => send({ type: 'meeting.postponed', reason, date })}
      />
      <ReasonDialog
        open={exit === 'abort'}
        title={t('encounter.action.abort')}
        verb={t('encounter.action.abort')}
        reasons={abortReasons.map((value) => ({ value, label: t(`exit.abort.${value}`) }))}
        onClose={close}
        onPick={(reason) => send({ type: 'meeting.aborted', reason })}
      />
      {exit === 'wrongClient' && <MoveDialog onClose={close} />}
    </>
  )
}
