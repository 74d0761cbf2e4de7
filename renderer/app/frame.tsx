import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Outlet } from 'react-router'
import { useText } from '../text/use-text.ts'
import { SealAlarms } from '../seal/alarms.tsx'
import { Spine } from './spine.tsx'
import { TitleContext } from './page.tsx'
import { TopBar } from './top-bar.tsx'

const skipLink = {
  position: 'absolute',
  left: 80,
  top: -40,
  zIndex: 'tooltip',
  bgcolor: 'background.paper',
  px: 3,
  '&:focus': { top: 8 },
} as const

type Props = {
  /** The routes inside the frame: the spine shows no entry that leads nowhere. */
  readonly places: readonly string[]
  readonly search?: ReactNode
}

/** Spine at the left, one bar on top, the place itself below. */
export const Frame = ({ places, search }: Props) => {
  const { t } = useText()
  const [titleBox, setTitleBox] = useState<HTMLElement | null>(null)
  const skip = (): void => document.getElementById('place')?.focus()
  return (
    <Box sx={{ display: 'flex', height: '100%', minHeight: 0, overflow: 'hidden' }}>
      <Link component="button" type="button" onClick={skip} sx={skipLink}>
        {t('ui.frame.skip')}
      </Link>
      <Spine open={places} />
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <TopBar titleRef={setTitleBox} search={search} />
        <TitleContext value={titleBox}>
          <Box
            id="place"
            component="main"
            tabIndex={-1}
            sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 6, pb: 6, outline: 'none' }}
          >
            <SealAlarms />
            <Outlet />
          </Box>
        </TitleContext>
      </Box>
    </Box>
  )
}
