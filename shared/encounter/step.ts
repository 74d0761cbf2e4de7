import { z } from 'zod'

/** The steps of a meeting in their order (S1 p41); the last three are how it can end. */
export const steps = [
  'scheduled',
  'preparing',
  'greeting',
  'discovering',
  'planning',
  'fitting',
  'proposing',
  'intending',
  'closing',
  'reviewing',
  'done',
] as const

export const endings = ['postponed', 'aborted'] as const

export const stepSchema = z.enum([...steps, ...endings])

export type Step = z.infer<typeof stepSchema>

/** Steps one can go back to while the client is still here. */
export const reopenable = [
  'greeting',
  'discovering',
  'planning',
  'fitting',
  'proposing',
  'intending',
] as const

const order: readonly string[] = steps

export const liesBehind = (step: Step, current: Step): boolean => {
  const here = order.indexOf(current)
  return order.indexOf(step) >= 0 && order.indexOf(step) < here
}

const presence: readonly Step[] = [...reopenable, 'closing']

/** The client sits at the table: another client needs this meeting suspended first (practice 18). */
export const clientIsHere = (step: Step): boolean => presence.includes(step)

export const isOver = (step: Step): boolean => step === 'done' || step === 'postponed' || step === 'aborted'

/** A running meeting keeps the version it began with; an unknown one stays readable and accepts nothing. */
export const processVersion = 1
