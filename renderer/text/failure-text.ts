import type { Failure } from '../../shared/failure.ts'
import { refusalKey } from '../../shared/text/refusal-key.ts'
import { withDayWords } from './day.ts'
import type { Text } from './use-text.ts'

/** The sentence for a failure: what happened, what was kept, what to do. */
export const failureText = (failure: Failure, { t, say, language }: Text): string => {
  switch (failure.code) {
    case 'refused':
      return say(
        refusalKey('refusal', failure.rule) ?? 'error.refused',
        withDayWords(failure.params, language),
      )
    case 'in-use':
      return t('error.in-use', { by: failure.by })
    case 'wrong-passphrase':
      return failure.waitSeconds > 0
        ? t('error.wrong-passphrase-wait', { waitSeconds: failure.waitSeconds })
        : t('error.wrong-passphrase')
    case 'damaged':
      return t('error.damaged', { part: failure.part })
    case 'bug':
      return t('error.bug', { ref: failure.ref })
    default:
      return t(`error.${failure.code}`)
  }
}

/** The further reasons of a refusal, in words; a reason without words is left out rather than shown as a key. */
export const failureReasons = (failure: Failure, { say, language }: Text): readonly string[] => {
  if (failure.code !== 'refused') return []
  const own = refusalKey('refusal', failure.rule)?.split('.')[0]
  return failure.reasons.flatMap((reason) => {
    const key = refusalKey('reason', reason, own) ?? refusalKey('refusal', reason, own)
    return key === null ? [] : [say(key, withDayWords(failure.params, language))]
  })
}
