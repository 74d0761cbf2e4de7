import { z } from 'zod'
import { act, read, write } from '../procedure.ts'
import { previewSchema, startedSchema, waySchema } from '../printout/contract.ts'
import { setupSteps } from './rules.ts'

/** 开业清单: what the centre head has to do before the first day, and how far it is. */
export const setupContract = {
  list: read('staff.manage').output(
    z.object({
      lines: z.array(z.object({ step: z.enum(setupSteps), done: z.boolean(), red: z.boolean() })),
      /** The numbers the lines speak of. */
      counts: z.object({
        logins: z.number(),
        temporary: z.number(),
        keepers: z.number(),
        clientBook: z.string(),
        shelf: z.string(),
        strayClients: z.number(),
        inCabinets: z.number(),
        /** Clients for whom no dossier has been opened. */
        withoutDossier: z.number(),
        /** The number the next dossier gets. */
        nextNumber: z.string(),
      }),
    }),
  ),
  prepare: act('staff.manage').output(previewSchema),
  print: write('staff.manage', { way: waySchema, glyphsAccepted: z.boolean() }).output(startedSchema),
}
