import { z } from 'zod'
import { read, write } from '../procedure.ts'
import { roles } from './rights.ts'

/** Somebody who works here. Tellers and colleagues need no login; `slotId` is set for those who unlock. */
export const staffSchema = z.object({
  id: z.number(),
  name: z.string(),
  post: z.string(),
  roles: z.array(z.enum(roles)),
  hasLogin: z.boolean(),
  active: z.boolean(),
})

export type Staff = z.infer<typeof staffSchema>

const name = z.string().trim().min(1).max(60)
const post = z.string().trim().max(40)

export const staffContract = {
  list: read(null).output(z.array(staffSchema)),
  add: write('staff.manage', { name, post }).output(staffSchema),
  change: write('staff.manage', { id: z.number(), name, post, active: z.boolean() }).output(staffSchema),
}
