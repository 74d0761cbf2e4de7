import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useContext, useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import type { Notice as DeskNotice } from '../../shared/notice/contract.ts'
import { desk } from '../desk/desk.ts'
import { failureText } from '../text/failure-text.ts'
import { pagesText } from '../text/pages-text.ts'
import { useText } from '../text/use-text.ts'
import type { Text } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { isCalm } from './for-the-person.ts'
import { NoticeContext } from './notice-context.ts'
import { useRight } from './session-context.ts'
import { touchNow } from './touch.ts'
import { useAct } from './use-act.ts'

// What went wrong by itself, in words; null for everything else.
const troubleText = ({ say, t }: Text, notice: DeskNotice): string | null => {
  if (notice.kind === 'backup-failed') return t('session.backupFailed')
  if (notice.kind === 'reserve-freed') return t('session.reserveFreed')
  if (notice.kind === 'log-grown') return t('session.logGrown', { mebibytes: notice.mebibytes })
  if (notice.kind !== 'verdict' || isCalm(notice.verdict)) return null
  return say(`session.verdict.${notice.verdict}`, { row: notice.row ?? 0 })
}

// While a client is present only the coming lock is told, and on his own face nothing (practice 18).
const isShut = (pathname: string, { kind }: DeskNotice): boolean =>
  pathname.endsWith('/face') || (pathname.startsWith('/encounter/') && kind !== 'locked-soon')

const corner = { position: 'fixed', left: 96, bottom: 24, maxWidth: 640, zIndex: 'snackbar' } as const

type Props = { readonly seconds: number; readonly onStay: () => void }

/** Any key or click is an answer. */
const LockedSoon = ({ seconds, onStay }: Props) => {
  const { t } = useText()
  useEffect(() => {
    const stay = (): void => {
      touchNow()
      onStay()
    }
    const inputs = ['keydown', 'pointerdown'] as const
    for (const input of inputs) window.addEventListener(input, stay)
    return () => {
      for (const input of inputs) window.removeEventListener(input, stay)
    }
  }, [onStay])
  return (
    <Box sx={corner}>
      <Notice
        kind="soon"
        title={t('session.lockedSoon', { seconds })}
        action={<Button onClick={onStay}>{t('session.stay')}</Button>}
      />
    </Box>
  )
}

type Salvaged = Extract<DeskNotice, { kind: 'verdict' }>
type SalvageProps = { readonly notice: Salvaged; readonly salvage: number; readonly onClose: () => void }

/** What a salvage lost, until somebody who answers for the branch knows. */
const SalvageLoss = ({ notice, salvage, onClose }: SalvageProps) => {
  const text = useText()
  const { t } = text
  const isHead = useRight('staff.manage')
  const acknowledge = useAct(() => desk.audit.acknowledge({ salvage }), onClose)
  const isOfTheLog = notice.verdict === 'salvaged'
  return (
    <Box sx={corner}>
      <Notice
        kind="soon"
        title={
          isOfTheLog ? t('session.verdict.salvaged', { row: notice.row ?? 0 }) : t('session.salvagedRows')
        }
        kept={acknowledge.failure ? failureText(acknowledge.failure, text) : ''}
        action={
          isHead ? (
            <Button disabled={acknowledge.busy} onClick={() => acknowledge.run(undefined)}>
              {t('session.salvageKnown')}
            </Button>
          ) : (
            <Button onClick={onClose}>{t('ui.action.close')}</Button>
          )
        }
      />
    </Box>
  )
}

/** What the desk tells by itself: the screen locks soon, a backup failed, the audit log is not what it was. */
export const NoticeBar = () => {
  const text = useText()
  const notice = useContext(NoticeContext)
  const [seen, setSeen] = useState(0)
  const { pathname } = useLocation()
  if (!notice || notice.seq <= seen || isShut(pathname, notice)) return null
  const close = (): void => setSeen(notice.seq)
  if (notice.kind === 'locked-soon') return <LockedSoon seconds={notice.seconds} onStay={close} />
  if (notice.kind === 'verdict' && isCalm(notice.verdict) && notice.salvage !== null)
    return <SalvageLoss notice={notice} salvage={notice.salvage} onClose={close} />
  const trouble = troubleText(text, notice)
  const pages = notice.kind === 'verdict' ? pagesText(notice, text) : ''
  if (trouble === null) return null
  return (
    <Box sx={corner}>
      <Notice
        kind="refused"
        title={trouble}
        kept={pages}
        action={<Button onClick={close}>{text.t('ui.action.close')}</Button>}
      />
    </Box>
  )
}
