/** What canonical JSON can carry: no floats, no undefined, no dates. */
export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined }

/** One byte sequence per value: keys sorted, no blanks. Everything that is hashed or authenticated goes through it. */
export const canonical = (value: Plain): string => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error('canonical JSON holds whole numbers only')
    return String(value)
  }
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const parts: string[] = []
  for (const key of Object.keys(value).toSorted()) {
    const member = value[key]
    if (member !== undefined) parts.push(`${JSON.stringify(key)}:${canonical(member)}`)
  }
  return `{${parts.join(',')}}`
}

const isList = (value: readonly Plain[] | object): value is readonly Plain[] => Array.isArray(value)
