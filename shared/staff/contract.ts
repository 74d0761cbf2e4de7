import { z } from 'zod'
import { act, read, write } from '../procedure.ts'
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

/** What the header says about a person's door. `waiting`: the key was given and is taken up at the next unlock. */
export const loginSchema = z.object({
  staffId: z.number(),
  /** The passphrase was chosen by somebody else and has not been changed yet. */
  temporary: z.boolean(),
  key: z.enum(['none', 'waiting', 'held']),
})

export type Login = z.infer<typeof loginSchema>

const rolesSchema = z.array(z.enum(roles)).max(roles.length)
/** Null: the program proposes one. Shown once, to be given to the person. */
const firstPassphrase = z.string().min(1).max(512).nullable()
const admitted = z.object({ staff: staffSchema, passphrase: z.string() })
const id = z.number()

export const staffContract = {
  list: read(null).output(z.array(staffSchema)),
  add: write('staff.manage', { name, post }).output(staffSchema),
  change: write('staff.manage', { id, name, post, active: z.boolean() }).output(staffSchema),
  logins: read(null).output(z.object({ iHoldKey: z.boolean(), logins: z.array(loginSchema) })),
  /** Somebody new, with a login. */
  addUser: act('staff.manage')
    .input(z.object({ name, post, roles: rolesSchema.min(1), passphrase: firstPassphrase }))
    .output(admitted),
  /** A login for somebody who works here already. */
  addLogin: act('staff.manage')
    .input(z.object({ id, roles: rolesSchema.min(1), passphrase: firstPassphrase }))
    .output(admitted),
  /** A temporary passphrase; the old one is dead at once. Key roles are lost unless the giver holds the key. */
  reset: act('staff.manage')
    .input(z.object({ id, passphrase: firstPassphrase }))
    .output(z.object({ staff: staffSchema, passphrase: z.string(), lostKey: z.boolean() })),
  setRoles: act('staff.manage')
    .input(z.object({ id, roles: rolesSchema.min(1) }))
    .output(staffSchema),
  dropLogin: act('staff.manage').input(z.object({ id })).output(staffSchema),
  /** The archive role and its key, one act; only a holder of the key can. */
  grantKey: act('key.grant').input(z.object({ id })).output(staffSchema),
  /** Takes both away again: a new key for the holders who stay. */
  revokeKey: act('key.grant').input(z.object({ id })).output(staffSchema),
}
