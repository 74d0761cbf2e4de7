import { dossierCode } from '../../shared/dossier/branch-initials.ts'
import { fail, ok } from '../../shared/result.ts'
import type { setupContract } from '../../shared/setup/contract.ts'
import { setupLines } from '../../shared/setup/rules.ts'
import { countWithoutDossier } from '../custody/repository.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { freeNumber } from '../dossier/open.ts'
import { previewForm, startForm } from '../printout/form.ts'
import { currentPolicy } from '../setting/repository.ts'
import { setupFacts } from './facts.ts'
import { setupForm } from './form.ts'

export const setupHandlers: Handlers<typeof setupContract> = {
  list: (call) => {
    const open = call.desk.open()
    if (!open) return fail({ code: 'locked' })
    const facts = setupFacts(call.db, open, call.ports)
    const { logins, temporary, keepers, clientBook, shelf, strayClients, inCabinets } = facts
    const next = freeNumber(call.db, dossierCode(currentPolicy(call.db)), Number(call.today.slice(0, 4)))
    return ok({
      lines: [...setupLines(facts)],
      counts: {
        logins,
        temporary,
        keepers,
        clientBook,
        shelf,
        strayClients,
        inCabinets,
        withoutDossier: countWithoutDossier(call.db),
        nextNumber: next.number,
      },
    })
  },
  prepare: async (call) => {
    const open = call.desk.open()
    if (!open) return fail({ code: 'locked' })
    const content = setupForm(setupFacts(call.db, open, call.ports), call.today)
    return previewForm(call, 'set-up-list', content)
  },
  print: (call, { way, glyphsAccepted }) => {
    const open = call.desk.open()
    if (!open) return fail({ code: 'locked' })
    const content = setupForm(setupFacts(call.db, open, call.ports), call.today)
    return startForm(call, {
      kind: 'set-up-list',
      content,
      clientId: null,
      subject: call.today,
      way,
      glyphsAccepted,
    })
  },
}
