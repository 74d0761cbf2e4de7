import { fail, ok, type Result } from '../../shared/result.ts'

const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

/** The path of the first text with half a character in it; such a text would come back from the disk as another one. */
const illFormedAt = (value: unknown, path: string): string | undefined => {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : path
  if (typeof value !== 'object' || value === null || value instanceof Blob) return undefined
  for (const [key, part] of Object.entries(value)) {
    const found = illFormedAt(part, joined(path, key))
    if (found !== undefined) return found
  }
  return undefined
}

/** Every text a window sends can be kept to the letter, or is refused. */
export const checkWellFormed = (input: unknown): Result<null> => {
  const path = illFormedAt(input, '')
  return path === undefined ? ok(null) : fail({ code: 'invalid', issues: [{ path, rule: 'half-character' }] })
}
