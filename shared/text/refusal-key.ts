import { zhCN } from './index.ts'

type Group = 'refusal' | 'reason'

const holds = (feature: string, group: Group, bare: string): boolean => {
  const texts: unknown = Reflect.get(zhCN, feature)
  const found: unknown =
    typeof texts === 'object' && texts !== null && group in texts ? Reflect.get(texts, group) : null
  return typeof found === 'object' && found !== null && Object.hasOwn(found, bare)
}

/**
 * A rule comes as its full key (`client.refusal.x`), with its feature (`session.x`) or as its bare name, which the
 * feature that owns it has a text for. `own` is looked at first: two features may use one bare name.
 */
export const refusalKey = (group: Group, name: string, own?: string): string | null => {
  for (const feature of [...(own === undefined ? [] : [own]), ...Object.keys(zhCN)]) {
    const prefix = `${feature}.${group}.`
    const start = [prefix, `${feature}.`].find((each) => name.startsWith(each)) ?? ''
    const bare = name.slice(start.length)
    if (holds(feature, group, bare)) return prefix + bare
  }
  return null
}
