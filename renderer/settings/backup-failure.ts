import type { Failure } from '../../shared/failure.ts'
import { failureText } from '../text/failure-text.ts'
import type { Text } from '../text/use-text.ts'

/** A damaged backup is not a damaged vault, and what to do is something else. */
export const backupFailureText = (failure: Failure, text: Text): string => {
  const isBackup = failure.code === 'damaged' && failure.part.startsWith('backup')
  return isBackup ? text.t('settings.backup.bad', { part: failure.part }) : failureText(failure, text)
}
