import Box from '@mui/material/Box'
import { useEffect } from 'react'
import { Outlet } from 'react-router'
import { ClockBar, ReadOnlyBar, SampleBar } from './sample-bar.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { OfferBar } from './offer-bar.tsx'
import { lockOnKey } from './lock-page.ts'
import { usePlace } from './use-place.ts'

/** Above every route: where the person is, the lock key, and what the desk has to say. */
export const Root = () => {
  usePlace()
  useEffect(() => {
    window.addEventListener('keydown', lockOnKey)
    return () => window.removeEventListener('keydown', lockOnKey)
  }, [])
  return (
    <>
      <Box sx={{ height: '100vh', display: 'flex', flexDirection: 'column' }}>
        <SampleBar />
        <ClockBar />
        <ReadOnlyBar />
        <OfferBar />
        <Box sx={{ flex: 1, minHeight: 0 }}>
          <Outlet />
        </Box>
      </Box>
      <NoticeBar />
    </>
  )
}
