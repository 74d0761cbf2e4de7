import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
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
  const finish = useEffectEvent((job: JobView) => {
    setId(null)
    onEnd(job)
  })
  useEffect(() => {
    if (id !== null && data?.id === id && data.state !== 'running') finish(data)
  }, [data, id])
  return { follow: setId, running: id !== null, job: data ?? null }
}
