import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { settingsSchema, type SettingsValues } from './settings.ts'

const readable = (file: string): boolean => {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** A broken `settings.json` is put aside as `.bad` and defaults hold; the vault is not concerned. */
export const putAsideBroken = (dataFolder: string): void => {
  const file = join(dataFolder, 'settings.json')
  if (existsSync(file) && !readable(file)) renameSync(file, `${file}.bad`)
}

/** One setting that makes no sense falls back to its own default; the others stay. */
export const settingFrom = <K extends keyof SettingsValues>(
  read: (key: K) => unknown,
  key: K,
): SettingsValues[K] => {
  const shape = settingsSchema.shape[key]
  const parsed = shape.safeParse(read(key))
  return (parsed.success ? parsed.data : shape.parse(undefined)) as SettingsValues[K]
}
