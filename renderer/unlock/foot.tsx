import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAct } from '../app/use-act.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'

/** What is true of the vault, and the other language. Never a client's name. */
export const Foot = ({ links }: { readonly links?: ReactNode }) => {
  const { t, language } = useText()
  const queries = useQueryClient()
  const other = language === 'en' ? 'zh-CN' : 'en'
  const change = useAct(
    () => desk.session.setLanguage({ language: other }),
    () => queries.invalidateQueries({ queryKey: deskQuery.session.key() }),
  )
  return (
    <Box className="zy-no-print" sx={foot}>
      <span>{t('unlock.fact.vault')}</span>
      <span>{t('unlock.fact.offline')}</span>
      <Box sx={{ ml: 'auto', display: 'flex', gap: 7 }}>
        {links}
        <Link
          component="button"
          type="button"
          variant="meta"
          lang={other}
          onClick={() => change.run(undefined)}
        >
          {t(other === 'en' ? 'settings.language.en' : 'settings.language.zh')}
        </Link>
      </Box>
    </Box>
  )
}

// Under a long page it stays in sight: whoever can't read the page must find the other language.
const foot = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 7,
  mt: 3,
  py: 3,
  fontSize: '0.75rem',
  color: 'text.disabled',
  bgcolor: 'background.default',
  '@media (min-height: 600px)': { position: 'sticky', bottom: 0, zIndex: 1 },
} as const
