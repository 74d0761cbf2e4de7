import { z } from 'zod'
import { defaultSteps } from '../../shared/client/worth.ts'
import type { Read } from '../database/handle.ts'
import { readSetting } from '../setting/repository.ts'

export type Steps = readonly number[]

const stepsSchema = z.array(z.number().int().positive()).length(9)

/** The branch's steps of assets, a dated setting. */
export const worthSteps = (db: Read): Steps => {
  const stored = stepsSchema.safeParse(readSetting(db, 'worthSteps'))
  return stored.success ? stored.data : defaultSteps
}
