import { JobRefused, type JobKind } from '../desk/job-kind.ts'
import { purgeCopies, type Purged, type PurgeInput } from './purge-copies.ts'

/** It holds the write gate: nothing may change between the new backup and the last older one that goes. */
export const purgeJob: JobKind<PurgeInput, Purged> = {
  writes: true,
  run: async (call, input) => {
    const purged = await purgeCopies(call, input)
    if (!purged.ok) throw new JobRefused(purged.failure)
    return purged.value
  },
}
