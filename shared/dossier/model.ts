import { z } from 'zod'

/** In daily work, on its way to the cabinet, in it, or locked away by key (practice 1). */
export const dossierStates = ['in-use', 'handed-in', 'in-cabinet', 'sealed'] as const

export type DossierState = (typeof dossierStates)[number]

export const dossierStateSchema = z.enum(dossierStates)

/** Branch, year, running number without gaps: YH-2026-0001. */
export const dossierNumber = (code: string, year: number, sequence: number): string =>
  `${code}-${year}-${String(sequence).padStart(4, '0')}`

/** Where a dossier is, as lists and pages show it. Null state: no dossier has been opened yet. */
export const dossierTagSchema = z.object({ state: dossierStateSchema, holder: z.string() })

export type DossierTag = z.infer<typeof dossierTagSchema>
