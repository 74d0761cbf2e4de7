import { z } from 'zod'
import type { QuickSecrets } from './secrets.ts'

// The side channel between desk and host: beside the contract's messages, in a shape of its own. Both ends read it
// with a schema and ignore everything else.

export const quickMark = 'zhiyin:quick'

const slotId = z.string().regex(/^[0-9a-f]{16}$/)
const secret = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength === 32)
const ageMs = z.number().min(0)
const left = z.int().min(0)
const head = { mark: z.literal(quickMark), id: z.int().min(1) }

const wordSchema = z.discriminatedUnion('verb', [
  z.strictObject({ ...head, verb: z.literal('keep'), slotId, secret, ageMs }),
  z.strictObject({ ...head, verb: z.literal('take'), slotId }),
  z.strictObject({ ...head, verb: z.literal('settle'), slotId, opened: z.boolean() }),
  z.strictObject({ ...head, verb: z.literal('drop'), slotId }),
  z.strictObject({ ...head, verb: z.literal('standing') }),
  z.strictObject({ ...head, verb: z.literal('arrive'), slotId }),
])

export type Word = z.infer<typeof wordSchema>

export const replySchema = z.strictObject({ ...head, answer: z.unknown() })
export type Reply = z.infer<typeof replySchema>

export const takenSchema = z.strictObject({ secret, ageMs, left }).nullable()
export const standingSchema = z.strictObject({
  open: z.array(z.strictObject({ slotId, left })),
  last: slotId.nullable(),
})
export const arrivedSchema = z.strictObject({
  first: z.boolean(),
  refused: z.array(z.strictObject({ slotId, wrong: z.int().min(0), closed: z.boolean() })),
})

const answerTo = (secrets: QuickSecrets, word: Word): unknown => {
  switch (word.verb) {
    case 'keep':
      secrets.keep(word.slotId, word.secret, word.ageMs)
      word.secret.fill(0)
      return true
    case 'take':
      return secrets.take(word.slotId)
    case 'settle':
      secrets.settle(word.slotId, word.opened)
      return true
    case 'drop':
      secrets.drop(word.slotId)
      return true
    case 'standing':
      return secrets.standing()
    case 'arrive':
      return secrets.arrive(word.slotId)
  }
}

/** The host's half: answers a desk's word, and ignores whatever is none. What went out is wiped here. */
export const answerQuick = (secrets: QuickSecrets, message: unknown, send: (reply: Reply) => void): void => {
  const read = wordSchema.safeParse(message)
  if (!read.success) return
  const answer = answerTo(secrets, read.data)
  send({ mark: quickMark, id: read.data.id, answer })
  if (read.data.verb === 'take') takenSchema.parse(answer)?.secret.fill(0)
}
