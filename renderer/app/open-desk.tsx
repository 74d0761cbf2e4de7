import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { createHashRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import type { Notice } from '../../shared/notice/contract.ts'
import type { SessionView } from '../../shared/session/contract.ts'
import { followNotices } from '../desk/notices.ts'
import { routes } from '../routes.tsx'
import { useText } from '../text/use-text.ts'
import { Cover } from './cover.tsx'
import { isForThePerson } from './for-the-person.ts'
import { useCover } from './use-cover.ts'
import { FullPage } from './full-page.tsx'
import { leavePage } from './lock-page.ts'
import { NoticeContext } from './notice-context.ts'
import { SessionContext } from './session-context.ts'
import { watchInput } from './touch.ts'

/** Everything behind the lock. */
export const OpenDesk = ({ session }: { readonly session: SessionView }) => {
  const { t } = useText()
  const queries = useQueryClient()
  const router = useMemo(() => createHashRouter(routes), [])
  const [notice, setNotice] = useState<Notice | null>(null)
  const [stopped, setStopped] = useState(false)
  const { isCovered, setCovered } = useCover()
  // Under the cover a moved mouse is no sign of the person coming back.
  useEffect(() => (isCovered ? undefined : watchInput()), [isCovered])
  useEffect(() => {
    const end = new AbortController()
    void followNotices(queries, end.signal, {
      onNotice: (next) => {
        if (next.kind === 'covered') setCovered(next.isUp)
        if (isForThePerson(next)) setNotice(next)
      },
      onEnd: (code) => (code === 'locked' ? leavePage() : setStopped(true)),
    })
    return () => end.abort()
  }, [queries, setCovered])
  if (stopped) return <FullPage title={t('ui.state.stoppedTitle')} text={t('ui.state.stoppedText')} />
  if (isCovered) return <Cover onBack={() => setCovered(false)} />
  return (
    <SessionContext value={session}>
      <NoticeContext value={notice}>
        <RouterProvider router={router} />
      </NoticeContext>
    </SessionContext>
  )
}
