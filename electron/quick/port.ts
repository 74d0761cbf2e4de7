import { arrivedSchema, quickMark, replySchema, standingSchema, takenSchema, type Word } from './message.ts'
import type { Refused, Standing, Taken } from './secrets.ts'

/** The host's memory as the desk sees it. A host that doesn't answer keeps nothing and has nothing. */
export type Quick = {
  readonly keep: (slotId: string, secret: Uint8Array, ageMs: number) => Promise<boolean>
  readonly take: (slotId: string) => Promise<Taken | null>
  readonly settle: (slotId: string, opened: boolean) => Promise<void>
  readonly drop: (slotId: string) => Promise<void>
  /** Null when the host did not say: nothing may be concluded from that. */
  readonly standing: () => Promise<Standing | null>
  readonly arrive: (
    slotId: string,
  ) => Promise<{ readonly first: boolean; readonly refused: readonly Refused[] }>
}

/** A channel to the host: the fork channel's in the preview, the parent port's under Electron. */
export type Wire = {
  readonly send: (message: unknown) => void
  readonly listen: (hear: (message: unknown) => void) => void
}

type Spoken = Word extends infer W ? (W extends Word ? Omit<W, 'mark' | 'id'> : never) : never

const patienceMs = 1000

const askOver = (wire: Wire, patience: number): ((word: Spoken) => Promise<unknown>) => {
  const waiting = new Map<number, (answer: unknown) => void>()
  let last = 0
  let heard = false
  let missed = false
  wire.listen((message) => {
    const reply = replySchema.safeParse(message)
    heard ||= reply.success
    if (reply.success) waiting.get(reply.data.id)?.(reply.data.answer)
  })
  return (word) => {
    // Whoever started this desk knows nothing of quick doors: one wait for that is enough.
    if (missed && !heard) return Promise.resolve(null)
    last += 1
    const id = last
    return new Promise((resolve) => {
      const done = (answer: unknown): void => {
        clearTimeout(timer)
        waiting.delete(id)
        resolve(answer)
      }
      const timer = setTimeout(() => {
        missed = true
        done(null)
      }, patience)
      waiting.set(id, done)
      wire.send({ mark: quickMark, id, ...word })
    })
  }
}

export const quickOver = (wire: Wire, patience = patienceMs): Quick => {
  const ask = askOver(wire, patience)
  return {
    keep: async (slotId, secret, ageMs) => {
      // A copy of exactly these bytes: a buffer may be a part of a larger one, and that would travel whole.
      const copy = Uint8Array.from(secret)
      const kept = await ask({ verb: 'keep', slotId, secret: copy, ageMs })
      copy.fill(0)
      return kept === true
    },
    take: async (slotId) => takenSchema.catch(null).parse(await ask({ verb: 'take', slotId })),
    settle: async (slotId, opened) => void (await ask({ verb: 'settle', slotId, opened })),
    drop: async (slotId) => void (await ask({ verb: 'drop', slotId })),
    standing: async () =>
      standingSchema
        .nullable()
        .catch(null)
        .parse(await ask({ verb: 'standing' })),
    arrive: async (slotId) =>
      arrivedSchema.catch({ first: false, refused: [] }).parse(await ask({ verb: 'arrive', slotId })),
  }
}
