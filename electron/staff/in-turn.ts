import type { Right } from '../../shared/staff/rights.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { ActCall } from '../desk/call.ts'
import { standingOf } from '../session/standing.ts'

/**
 * Acts about people wait for one another, and each begins with the session as the one before it left it: what was
 * allowed when the button was pressed may not be any more.
 */
export const inTurn = <T>(
  call: ActCall,
  right: Right,
  work: (call: ActCall) => Promise<Result<T>>,
): Promise<Result<T>> =>
  call.desk.peopleGate.run(async () => {
    const standing = standingOf(call.desk)
    if (!standing.ok) return standing
    const { session } = standing.value
    if (!session.rights.includes(right)) return fail({ code: 'forbidden', right })
    return work({ ...call, session })
  })
