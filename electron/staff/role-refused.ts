import type { Result } from '../../shared/result.ts'
import type { ActCall } from '../desk/call.ts'

// What the program would not have given stands in the record like what it gave: who tried, for whom (story S9).
const told: ReadonlySet<string> = new Set(['needs-archive-key', 'duties-exclude'])

/** `id` is whose roles they were; somebody who was never taken on has no number and no name here. */
export const withRefusal = async <T>(
  call: ActCall,
  id: number | 'new',
  work: () => Promise<Result<T>>,
): Promise<Result<T>> => {
  const result = await work()
  if (result.ok || result.failure.code !== 'refused' || !told.has(result.failure.rule)) return result
  await call.transact((tx) => tx.audit({ action: 'role.refused', object: `staff:${id}` }))
  return result
}
