import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { useRight, useSession } from '../app/session-context.ts'
import { deskQuery } from '../desk/desk.ts'

const isAtHome = (): boolean => ['', '#', '#/'].includes(location.hash)

/** On to where one begins; but whoever clicked another place while that was being found out goes where he clicked. */
const Onward = ({ to }: { readonly to: string }) => {
  const navigate = useNavigate()
  useEffect(() => {
    // The address is ahead of what is drawn.
    if (isAtHome()) void navigate(to, { replace: true })
  }, [navigate, to])
  return null
}

/**
 * Where the day begins: with the set-up list while it is open, else with the clients for whoever may see them, with the
 * cabinets for their keeper.
 */
export const Home = () => {
  const { book } = useSession()
  const seesClients = useRight('client.read')
  const keeps = useRight('dossier.accept')
  const usual = seesClients ? '/client' : keeps ? '/archive' : '/settings'
  const setsUp = useRight('staff.manage') && book === 'main'
  const { data, isPending } = useQuery(deskQuery.setup.list.queryOptions({ enabled: setsUp }))
  if (setsUp && isPending) return null
  const isOpen = data?.lines.some(({ done }) => !done) === true
  return <Onward to={isOpen ? '/setup' : usual} />
}
