import { z } from 'zod'
import { presentSchema } from '../../shared/encounter/view.ts'
import type { Present } from '../../shared/encounter/view.ts'

const listSchema = z.array(presentSchema).max(20)

const parsed = (value: string): unknown => {
  try {
    return JSON.parse(value)
  } catch {
    return null
  }
}

/** The people at the table travel as one answer; null when the text is no such list. */
export const presentIn = (value: string): readonly Present[] | null =>
  listSchema.safeParse(parsed(value)).data ?? null

export const readPresent = (value: string): readonly Present[] => {
  const people = presentIn(value)
  if (!people) throw new Error('a broken list of people passed the door')
  return people
}
