/** What may be opened one at a time, and why (outside a task a reason is chosen, practice §25). */
export const revealFields = ['documentNumber', 'phone'] as const

export type RevealField = (typeof revealFields)[number]

export const revealReasons = ['verify-identity', 'contact-client', 'fill-form', 'other'] as const

export type RevealReason = (typeof revealReasons)[number]
