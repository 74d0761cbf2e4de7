import { createContext, useContext } from 'react'
import type { SessionView } from '../../shared/session/contract.ts'
import type { Right } from '../../shared/staff/rights.ts'

export const SessionContext = createContext<SessionView | null>(null)

/** Who is unlocked. Only below the gate, where there always is somebody. */
export const useSession = (): SessionView => {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session here')
  return session
}

/** Leaves a thing out; it is the desk that refuses. */
export const useRight = (right: Right): boolean => useSession().rights.includes(right)
