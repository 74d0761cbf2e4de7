import { fail, ok, type Result } from '../../shared/result.ts'
import type { Desk } from '../desk/desk.ts'

/** Waits for a job and says how it went. */
export const endOfJob = async (desk: Desk, id: number): Promise<Result<null>> => {
  await desk.jobs.finished(id)
  const view = desk.jobs.view(id)
  if (view?.state === 'done') return ok(null)
  return fail(view?.failure ?? { code: 'cancelled' })
}
