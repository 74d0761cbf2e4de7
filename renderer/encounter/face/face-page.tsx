import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Face } from '../../../shared/encounter/face.ts'
import { desk, deskQuery } from '../../desk/desk.ts'
import { ClientFace } from './client-face.tsx'

const holdMs = 1000

/** Nothing on this face can be pressed; holding F9 for a second is the only way back (practice 18). */
const useWayBack = (back: () => void): void => {
  const timer = useRef<number | undefined>(undefined)
  useEffect(() => {
    const onDown = (event: KeyboardEvent): void => {
      // Search, help and the rest stay shut while the client looks.
      if (event.key !== 'F9') return
      event.preventDefault()
      if (!event.repeat) timer.current = window.setTimeout(back, holdMs)
    }
    const onUp = (event: KeyboardEvent): void => {
      if (event.key === 'F9') window.clearTimeout(timer.current)
    }
    window.addEventListener('keydown', onDown)
    window.addEventListener('keyup', onUp)
    return () => {
      window.clearTimeout(timer.current)
      window.removeEventListener('keydown', onDown)
      window.removeEventListener('keyup', onUp)
    }
  }, [back])
}

/**
 * Asked for anew each time and again while it stands: that is how the desk knows that the client looks at it. The key is
 * this page's own, so that leaving it takes no other window's face down.
 */
const useFace = (id: number): Face | undefined => {
  const [face] = useState(() => crypto.randomUUID())
  const { data, isError } = useQuery(
    deskQuery.encounter.face.queryOptions({
      input: { id, face },
      staleTime: 0,
      gcTime: 0,
      refetchInterval: 20_000,
      refetchIntervalInBackground: true,
    }),
  )
  useEffect(
    () => () => {
      // A desk that stopped has forgotten its faces.
      desk.encounter.leaveFace({ face }).catch(() => undefined)
    },
    [face],
  )
  // What was refused when it was asked for again is not shown any longer: the dossier is shut, or the meeting gone.
  return isError ? undefined : data
}

/** `/encounter/:id/face` */
export const FacePage = () => {
  const id = Number(useParams()['id'])
  const navigate = useNavigate()
  const back = useCallback(() => void navigate(`/encounter/${id}`), [id, navigate])
  useWayBack(back)
  const data = useFace(id)
  return data ? <ClientFace face={data} /> : null
}
