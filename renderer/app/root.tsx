import Box from '@mui/material/Box'
import { useEffect } from 'react'
import { Outlet } from 'react-router'
import { endsComposition } from '../ui/use-commit.ts'
import { ClockBar, SampleBar } from './sample-bar.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { lockPage } from './lock-page.ts'
import { usePlace } from './use-place.ts'

const isLockKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'l'

/** Above every route: where the person is, the lock key, and what the desk has to say. */
export const Root = () => {
  usePlace()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isLockKey(event) || endsComposition({ nativeEvent: event })) return
      event.preventDefault()
      void lockPage()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Box sx={{ height: '100vh', display: 'flex', flexDirection: 'column' }}>
        <SampleBar />
        <ClockBar />
        <Box sx={{ flex: 1, minHeight: 0 }}>
          <Outlet />
        </Box>
      </Box>
      <NoticeBar />
    </>
  )
}
