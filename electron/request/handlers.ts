import { ok } from '../../shared/result.ts'
import type { requestContract } from '../../shared/request/contract.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { requestIsDone } from './repository.ts'

export const requestHandlers: Handlers<typeof requestContract> = {
  outcome: (call, input) => ok({ done: requestIsDone(call.db, input.requestKey, call.session.staffId) }),
}
