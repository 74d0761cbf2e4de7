import type { Failure } from '../../shared/failure.ts'

/** There is nothing to copy or to try out yet. */
export const noBackup: Failure = { code: 'refused', rule: 'no-backup-yet', params: {}, reasons: [] }
