import { z } from 'zod'

const params = z.record(z.string(), z.union([z.string(), z.number()]))

/** Everything that can go wrong and cross a process border. Closed; each code has both texts (`error.<code>`). */
export const failureSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('invalid'), issues: z.array(z.object({ path: z.string(), rule: z.string() })) }),
  z.object({ code: z.literal('locked') }),
  z.object({ code: z.literal('forbidden'), right: z.string() }),
  z.object({ code: z.literal('refused'), rule: z.string(), params, reasons: z.array(z.string()) }),
  z.object({ code: z.literal('stale'), expected: z.number(), got: z.number() }),
  z.object({ code: z.literal('not-found'), what: z.string() }),
  z.object({ code: z.literal('conflict'), what: z.string() }),
  z.object({ code: z.literal('in-use'), by: z.string() }),
  z.object({ code: z.literal('wrong-passphrase'), waitSeconds: z.number() }),
  z.object({ code: z.literal('damaged'), part: z.string() }),
  z.object({ code: z.literal('newer-version') }),
  z.object({ code: z.literal('disk-full') }),
  z.object({ code: z.literal('cancelled') }),
  z.object({ code: z.literal('timeout') }),
  z.object({ code: z.literal('stopped') }),
  z.object({ code: z.literal('too-many') }),
  z.object({ code: z.literal('bug'), ref: z.string() }),
])

export type Failure = z.infer<typeof failureSchema>
export type FailureCode = Failure['code']

/** Exit codes of the command line, one per code (docs/decisions). 0 is success, 2 is wrong usage, 3 is in use. */
export const exitCodes: Readonly<Record<FailureCode, number>> = {
  invalid: 10,
  locked: 11,
  forbidden: 12,
  refused: 13,
  stale: 14,
  'not-found': 15,
  conflict: 16,
  'in-use': 3,
  'wrong-passphrase': 18,
  damaged: 19,
  'newer-version': 20,
  'disk-full': 21,
  cancelled: 22,
  timeout: 23,
  stopped: 24,
  bug: 25,
  'too-many': 26,
}
