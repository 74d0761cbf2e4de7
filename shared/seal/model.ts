/** Why a dossier is sealed (practice 1). */
export const sealReasons = ['ended', 'hold', 'secrecy', 'inspection'] as const

export type SealReason = (typeof sealReasons)[number]
