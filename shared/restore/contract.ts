import { z } from 'zod'
import { failureSchema } from '../failure.ts'
import { open } from '../procedure.ts'
import { slotIdSchema } from '../session/contract.ts'

const path = z.string().max(600)

/** A backup as anyone at the door may see it: what its name and its header say, before a key has proved them. */
const foundSchema = z.object({
  from: path,
  place: z.enum(['here', 'away', 'typed']),
  /** From the backup's name. */
  at: z.number(),
  rows: z.number(),
  bank: z.string(),
  branch: z.string(),
  /** Who can open it: the doors of the present header where that can still be read. */
  doors: z.array(z.object({ slotId: slotIdSchema, name: z.string() })),
})

export type FoundBackup = z.infer<typeof foundSchema>

export const restoredSchema = z.object({
  at: z.number(),
  /** Audit rows that came back. */
  rows: z.number(),
  /** The highest row the lost vault is known to have had; null when nothing is known beyond the backup. */
  lostUpTo: z.number().nullable(),
  /** Where the damaged vault was set aside, inside the vault's folder; empty when there was none. */
  setAside: z.string(),
})

/**
 * A backup takes the place of a vault that is missing or can't be used. Nobody is unlocked here, so every one of these
 * is refused while there is a vault that opens, and only folders that are backups are ever described.
 */
export const restoreContract = {
  list: open('read')
    .input(z.object({ folder: z.string().trim().max(400) }))
    .output(z.object({ backups: z.array(foundSchema) })),
  /** Proves the key, then goes on by itself; `state` tells how far it is. */
  start: open('act')
    .input(
      z.object({
        from: path.min(1),
        by: z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('passphrase'),
            slotId: slotIdSchema,
            passphrase: z.string().min(1).max(512),
          }),
          z.object({ kind: z.literal('card'), card: z.string().min(1).max(400) }),
        ]),
      }),
    )
    .output(z.object({})),
  state: open('read').output(
    z.object({
      state: z.enum(['idle', 'running', 'done', 'failed']),
      done: z.number(),
      total: z.number(),
      failure: failureSchema.nullable(),
      restored: restoredSchema.nullable(),
    }),
  ),
}
