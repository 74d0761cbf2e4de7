import { z } from 'zod'

/** How the next contact will be made. A list that a branch can extend; personal WeChat is not on it (practice 19). */
export const contactChannels = ['phone', 'visit-us', 'visit-home', 'work-wechat', 'message', 'video'] as const

export const contactChannelSchema = z.enum(contactChannels)

/** Agreed with date and time, set by itself after an early leave, or one of the two honest exits (practice 7). */
export const contactKinds = ['agreed', 'call-back', 'left-to-client', 'declined'] as const

export const contactPlanSchema = z.object({
  kind: z.enum(contactKinds),
  date: z.string().nullable(),
  time: z.string(),
  channel: contactChannelSchema.nullable(),
  provisional: z.boolean(),
})

export type ContactPlan = z.infer<typeof contactPlanSchema>

/** How this contact came about (S1 p39). */
export const contactSources = ['lobby', 'phone-bank', 'campaign', 'own', 'appointment', 'walk-in'] as const

export const contactSourceSchema = z.enum(contactSources)
