import { z } from 'zod'
import { plainDateSchema } from '../plain-date.ts'
import { read, write } from '../procedure.ts'
import { birthSchema, memberSchema, relations, sexes } from './model.ts'

export const householdSchema = z.object({
  id: z.number(),
  selfId: z.number(),
  members: z.array(memberSchema),
})

export type Household = z.infer<typeof householdSchema>

const memberShape = {
  clientId: z.number(),
  name: z.string().trim().min(1).max(60),
  relation: z.enum(relations),
  sex: z.enum(sexes),
  birth: birthSchema,
  occupation: z.string().trim().max(60),
  agreed: z.boolean(),
}

export const householdContract = {
  /** The household as of today, seen from one client; null until somebody begins it. */
  get: read('client.read')
    .input(z.object({ clientId: z.number() }))
    .output(householdSchema.nullable()),
  /** Makes it with the client as its head; a second time it only answers. */
  begin: write('client.edit', { clientId: z.number() }).output(householdSchema),
  addMember: write('client.edit', { ...memberShape, since: plainDateSchema.optional() }).output(memberSchema),
  changeMember: write('client.edit', { ...memberShape, memberId: z.number(), seq: z.number() }).output(
    memberSchema,
  ),
  /** Another client of the bank joins: both then share one household. */
  joinClient: write('client.edit', {
    clientId: z.number(),
    otherClientId: z.number(),
    relation: z.enum(relations),
  }).output(memberSchema),
  endMember: write('client.edit', {
    clientId: z.number(),
    memberId: z.number(),
    seq: z.number(),
    until: plainDateSchema,
  }).output(memberSchema),
}
