import type { z } from 'zod'
import type { deskStateSchema, doorSchema } from '../../shared/session/contract.ts'

export type DeskState = z.infer<typeof deskStateSchema>
export type Door = z.infer<typeof doorSchema>
