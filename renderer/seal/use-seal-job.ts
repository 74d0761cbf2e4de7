import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { useAct } from '../app/use-act.ts'
import { useJob } from '../app/use-job.ts'

/** Starts a job and follows it to its end; whatever it changed is asked for anew. */
export const useSealJob = <Input>(
  start: (input: Input) => Promise<{ readonly jobId: number }>,
  onDone: () => void,
) => {
  const queries = useQueryClient()
  const [broken, setBroken] = useState<Failure | null>(null)
  const job = useJob(({ failure, state }) => {
    setBroken(failure)
    if (state !== 'done') return
    void queries.invalidateQueries()
    onDone()
  })
  const act = useAct(start, ({ jobId }) => {
    setBroken(null)
    job.follow(jobId)
  })
  return { run: act.run, busy: act.busy || job.running, failure: act.failure ?? broken }
}
