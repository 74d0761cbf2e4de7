import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useContext, useState } from 'react'
import type { Notice as DeskNotice } from '../../shared/notice/contract.ts'
import { useText } from '../text/use-text.ts'
import type { Text } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { NoticeContext } from './notice-context.ts'
import { touchNow } from './touch.ts'

const verdictText = ({ say }: Text, notice: DeskNotice): string | null => {
  if (notice.kind !== 'verdict' || notice.verdict === 'intact' || notice.verdict === 'unchecked') return null
  return say(`session.verdict.${notice.verdict}`, { row: notice.row ?? 0 })
}

/** What the desk tells by itself: the screen locks soon, or the audit log is not what it was. */
export const NoticeBar = () => {
  const text = useText()
  const notice = useContext(NoticeContext)
  const [seen, setSeen] = useState(0)
  if (!notice || notice.seq <= seen) return null
  const close = (): void => setSeen(notice.seq)
  const stay = (): void => {
    touchNow()
    close()
  }
  const verdict = verdictText(text, notice)
  const place = { position: 'fixed', left: 96, bottom: 24, maxWidth: 640, zIndex: 'snackbar' } as const
  if (notice.kind === 'locked-soon') {
    return (
      <Box sx={place}>
        <Notice
          kind="soon"
          title={text.t('session.lockedSoon', { seconds: notice.seconds })}
          action={<Button onClick={stay}>{text.t('session.stay')}</Button>}
        />
      </Box>
    )
  }
  if (verdict === null) return null
  return (
    <Box sx={place}>
      <Notice
        kind="refused"
        title={verdict}
        action={<Button onClick={close}>{text.t('ui.action.close')}</Button>}
      />
    </Box>
  )
}
