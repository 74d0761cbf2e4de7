import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { JobView } from '../../shared/job/contract.ts'
import { deskQuery } from '../desk/desk.ts'

const lookEveryMs = 500

/** Follows one job until it ends; `onEnd` is told once. */
export const useJob = (onEnd: (job: JobView) => void) => {
  const [id, setId] = useState<number | null>(null)
  const { data } = useQuery(
    deskQuery.job.state.queryOptions({
      input: { id: id ?? 0 },
      enabled: id !== null,
      staleTime: 0,
      refetchInterval: lookEveryMs,
    }),
  )
  const ended = id !== null && data !== undefined && data.id === id && data.state !== 'running'
  useEffect(() => {
    if (!ended || !data) return
    setId(null)
    onEnd(data)
    // Only the end of the job matters, not a new function each time the screen is drawn.
  }, [ended])
  return { follow: setId, running: id !== null, job: data ?? null }
}
