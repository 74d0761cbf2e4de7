import Box from '@mui/material/Box'
import { useState } from 'react'
import { useText } from '../text/use-text.ts'
import { Notice } from '../ui/notice.tsx'
import { CopiesSection } from './copies-section.tsx'
import { ProposalSection } from './proposal-section.tsx'
import { SealedSection } from './sealed-section.tsx'

/** 封存: what waits to be sealed, and what is. */
export const SealedTab = () => {
  const { t } = useText()
  const [told, setTold] = useState('')
  return (
    <Box sx={{ display: 'grid', gap: 6 }}>
      {told !== '' && <Notice kind="done" title={told} />}
      <ProposalSection onSealed={(name) => setTold(t('seal.run.done', { name }))} />
      <SealedSection onOpened={(name) => setTold(t('seal.open.done', { name }))} />
      <CopiesSection onDone={() => setTold(t('seal.copies.done'))} />
    </Box>
  )
}
