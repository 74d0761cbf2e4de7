import type { Desk } from '../desk/desk.ts'
import { logBug } from '../desk/log-bug.ts'
import { framesOf } from '../log/log.ts'

/** What can't be written any more, on a disk that ran full, must not keep the door open or the keys in memory. */
export const putAway = (desk: Desk, steps: readonly (() => void)[]): void => {
  for (const step of steps)
    try {
      step()
    } catch (error) {
      logBug(desk.ports, 'lock', framesOf(error))
    }
}
