import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link as RouterLink, useLocation } from 'react-router'
import { deskQuery } from '../desk/desk.ts'
import { useText } from '../text/use-text.ts'

// A client at the table needn't read what the staff's doors are like.
const isShut = (pathname: string): boolean => pathname.startsWith('/encounter/')

/** One quiet line after the first passphrase of the day; it goes away for good with one click. */
export const OfferBar = () => {
  const { t } = useText()
  const { pathname } = useLocation()
  const [isClosed, setClosed] = useState(false)
  const { data } = useQuery(deskQuery.session.quick.queryOptions())
  if (isClosed || data?.isOffered !== true || isShut(pathname)) return null
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 6,
        height: 28,
        bgcolor: 'blueTint',
        fontSize: '0.75rem',
      }}
    >
      {t('session.offer.text')}
      <Link component={RouterLink} to="/settings" variant="meta" onClick={() => setClosed(true)}>
        {t('session.offer.set')}
      </Link>
      <Link
        component="button"
        type="button"
        variant="meta"
        sx={{ ml: 'auto' }}
        onClick={() => setClosed(true)}
      >
        {t('ui.action.close')}
      </Link>
    </Box>
  )
}
