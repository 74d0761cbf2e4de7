import type { Failure } from '../../shared/failure.ts'
import { zhCN } from '../../shared/text/index.ts'
import { withDayWords } from './day.ts'
import type { Text } from './use-text.ts'

type Group = 'refusal' | 'reason'

const holds = (feature: string, group: Group, bare: string): boolean => {
  const texts: unknown = Reflect.get(zhCN, feature)
  const found: unknown =
    typeof texts === 'object' && texts !== null && group in texts ? Reflect.get(texts, group) : null
  return typeof found === 'object' && found !== null && Object.hasOwn(found, bare)
}

// A rule comes as its full key (`client.refusal.x`) or as its bare name, which the feature that owns it has a text for.
// `own` is looked at first: two features may use one bare name.
const keyOf = (group: Group, name: string, own?: string): string | null => {
  for (const feature of [...(own === undefined ? [] : [own]), ...Object.keys(zhCN)]) {
    const prefix = `${feature}.${group}.`
    const bare = name.startsWith(prefix) ? name.slice(prefix.length) : name
    if (holds(feature, group, bare)) return prefix + bare
  }
  return null
}

/** The sentence for a failure: what happened, what was kept, what to do. */
export const failureText = (failure: Failure, { t, say, language }: Text): string => {
  switch (failure.code) {
    case 'refused':
      return say(keyOf('refusal', failure.rule) ?? 'error.refused', withDayWords(failure.params, language))
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
  const own = keyOf('refusal', failure.rule)?.split('.')[0]
  return failure.reasons.flatMap((reason) => {
    const key = keyOf('reason', reason, own) ?? keyOf('refusal', reason, own)
    return key === null ? [] : [say(key, withDayWords(failure.params, language))]
  })
}
