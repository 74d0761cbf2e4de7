import type { Right } from '../../shared/staff/rights.ts'

/** One of these opens 档案室. */
export const archiveRights: readonly Right[] = ['dossier.register', 'dossier.accept', 'dossier.hand-in']
