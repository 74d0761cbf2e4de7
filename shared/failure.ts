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

/**
 * How the command line ends (docs/decisions/0019): 1 for every refusal and error, whose code stands in the answer, and
 * 3 for a vault that is in use, because then the same command may simply be tried later. 0 is success, 2 wrong usage.
 */
export const exitCodes: Readonly<Record<FailureCode, 1 | 3>> = {
  invalid: 1,
  locked: 1,
  forbidden: 1,
  refused: 1,
  stale: 1,
  'not-found': 1,
  conflict: 1,
  'in-use': 3,
  'wrong-passphrase': 1,
  damaged: 1,
  'newer-version': 1,
  'disk-full': 1,
  cancelled: 1,
  timeout: 1,
  stopped: 1,
  bug: 1,
  'too-many': 1,
}
