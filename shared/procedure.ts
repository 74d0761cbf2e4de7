import { oc } from '@orpc/contract'
import type { InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { z } from 'zod'
import { failureSchema } from './failure.ts'
import type { Right } from './staff/rights.ts'

// How a procedure is run on the desk:
//   read  – no transaction, may be asynchronous
//   write – synchronous, inside one durable transaction under the write gate; a refusal rolls everything back
//   act   – asynchronous work that owns its transactions itself (jobs, locking, printing)
export type Kind = 'read' | 'write' | 'act'

/** Needs nobody: before unlock, and for state. */
export type OpenMeta = { readonly access: 'open'; readonly kind: 'read' | 'act' }
/** Needs an unlocked session; `right` null means: whoever is signed in. */
export type GuardedMeta<K extends Kind = Kind> = {
  readonly access: 'session'
  readonly kind: K
  readonly right: Right | null
}

// Refusals cross the border as this one declared error; its data is a Failure.
const errors = { FAILED: { status: 409, message: 'FAILED', data: failureSchema } }

/** The key under which a repeated write is answered from its row instead of being done twice. */
export const requestKeySchema = z.string().min(8).max(64)

export const open = (kind: 'read' | 'act') => oc.$meta<OpenMeta>({ access: 'open', kind }).errors(errors)

export const read = (right: Right | null) =>
  oc.$meta<GuardedMeta<'read'>>({ access: 'session', kind: 'read', right }).errors(errors)

export const act = (right: Right | null) =>
  oc.$meta<GuardedMeta<'act'>>({ access: 'session', kind: 'act', right }).errors(errors)

/** A write's input always has room for the request key; the window's link fills it in. */
export const write = <Shape extends z.ZodRawShape>(right: Right | null, shape: Shape) =>
  oc
    .$meta<GuardedMeta<'write'>>({ access: 'session', kind: 'write', right })
    .errors(errors)
    .input(z.object({ ...shape, requestKey: requestKeySchema.optional() }))

/** The values a procedure takes and gives, for handlers and forms. */
export type Taken<P extends { '~orpc': { inputSchema?: unknown } }> =
  P['~orpc']['inputSchema'] extends infer S ? InferSchemaOutput<Extract<S, z.ZodType>> : never
export type Given<P extends { '~orpc': { outputSchema?: unknown } }> =
  P['~orpc']['outputSchema'] extends infer S ? InferSchemaInput<Extract<S, z.ZodType>> : never
