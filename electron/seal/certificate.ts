import type { FormContent } from '../../shared/printout/form.ts'
import { mayPrintKind } from '../../shared/printout/kinds.ts'
import { certificateContent } from '../../shared/seal/certificate.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { longDate } from '../../shared/statement/words.ts'
import type { ReadCall } from '../desk/call.ts'
import { clockAt, plainDateAt } from '../desk/zone.ts'
import { copiesBefore } from './copies.ts'
import { stubOf } from './stub.ts'
import { sealedView } from './views.ts'

type Here = Pick<ReadCall, 'db' | 'desk' | 'session' | 'zone' | 'today'>

/** As it stands now: backups made before the sealing may have gone since. The second target was looked at before. */
export const certificateOf = (call: Here, clientId: number): Result<FormContent> => {
  if (!mayPrintKind(call.session.rights, 'seal-certificate'))
    return fail({ code: 'forbidden', right: 'dossier.seal' })
  const open = call.desk.open()
  const stub = stubOf(call.db, clientId)
  if (!open) return fail({ code: 'locked' })
  if (!stub) return fail({ code: 'not-found', what: 'sealed-dossier' })
  const { sealedAt } = stub
  return ok(
    certificateContent({
      stub: sealedView(call.db, stub, call.session, false),
      sealedAt: `${longDate(plainDateAt(sealedAt, call.zone))} ${clockAt(sealedAt, call.zone)}`,
      today: call.today,
      older: copiesBefore(call.desk, open, sealedAt),
    }),
  )
}
