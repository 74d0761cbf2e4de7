import type { Failure } from '../../shared/failure.ts'
import type { Text, TextParams } from './use-text.ts'

// A rule's key is written in full (`encounter.refusal.needIsKnown`) or, from the older builders, without its feature.
const refusedText = (say: Text['say'], rule: string, params: TextParams): string => {
  const text = say(rule, params)
  return text === rule ? say('error.refused') : text
}

/** The sentence for a failure: what happened, what was kept, what to do. */
export const failureText = (failure: Failure, { t, say }: Pick<Text, 't' | 'say'>): string => {
  switch (failure.code) {
    case 'refused':
      return refusedText(say, failure.rule, failure.params)
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

/** The further reasons of a refusal, in words. */
export const failureReasons = (failure: Failure, { say }: Pick<Text, 'say'>): readonly string[] =>
  failure.code === 'refused' ? failure.reasons.map((reason) => say(reason, failure.params)) : []
