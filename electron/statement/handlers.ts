import type { statementContract } from '../../shared/statement/contract.ts'
import { ok } from '../../shared/result.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { statementFor } from './content.ts'

export const statementHandlers: Handlers<typeof statementContract> = {
  view: (call, { clientId, readers }) => {
    const made = statementFor(call.db, { clientId, readers, today: call.today })
    return made.ok ? ok(made.value.content) : made
  },
}
