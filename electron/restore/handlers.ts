import type { restoreContract } from '../../shared/restore/contract.ts'
import { ok, refuse } from '../../shared/result.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { openingInBackground } from '../session/opening.ts'
import { mayRestoreNow } from '../session/state.ts'
import { findBackups } from './find-backups.ts'
import { proveRestore, restoreState } from './restore-here.ts'

export const restoreHandlers: Handlers<typeof restoreContract> = {
  list: async (call, { folder }) =>
    mayRestoreNow(call.desk)
      ? ok({ backups: await findBackups(call.desk, folder) })
      : refuse('restore-not-needed'),
  start: (call, input) => openingInBackground(call.desk, () => proveRestore(call, input)),
  state: (call) => ok(restoreState(call.desk)),
}
