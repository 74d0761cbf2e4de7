import { z } from 'zod'
import { needAreaSchema } from '../need/model.ts'
import type { Step } from './step.ts'
import { clientIsHere } from './step.ts'

const part = z.enum(['demand', 'time', 'wealth', 'fund', 'insurance', 'bond', 'metal'])

/** Everything the client's face may show; what is not here can't appear on it. No type, grade, note or other name. */
export const faceSchema = z.object({
  surname: z.string(),
  sex: z.enum(['male', 'female', 'unknown']),
  bank: z.string(),
  branch: z.string(),
  today: z.string(),
  managerName: z.string(),
  topics: z.array(
    z.object({ area: needAreaSchema, amount: z.number().nullable(), latest: z.string().nullable() }),
  ),
  products: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      /** Null where levels don't apply: deposits and pure protection (practice 6). */
      level: z.number().nullable(),
      termDays: z.number().nullable(),
      minimum: z.number(),
    }),
  ),
  /** Only when everyone present may see it. */
  structure: z
    .object({ asOf: z.string(), parts: z.array(z.object({ part, amount: z.number() })) })
    .nullable(),
})

export type Face = z.infer<typeof faceSchema>

/**
 * Why nothing of the client may be shown yet, as the name of a refusal: he is not at the table, or nobody has made sure
 * that the file is his (practice 3).
 */
export const whyFaceIsShut = (meeting: {
  readonly step: Step
  readonly suspended: boolean
  readonly signGiven: boolean
}): 'notInThisStep' | 'isRunning' | 'secondSignGiven' | null => {
  if (!clientIsHere(meeting.step)) return 'notInThisStep'
  if (meeting.suspended) return 'isRunning'
  return meeting.signGiven ? null : 'secondSignGiven'
}
