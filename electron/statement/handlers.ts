import type { statementContract } from '../../shared/statement/contract.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { statementFor } from './content.ts'

export const statementHandlers: Handlers<typeof statementContract> = {
  view: (call, { clientId, readers }) => statementFor(call.db, { clientId, readers, today: call.today }),
}
