import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import { settingsSchema, type Settings, type SettingsValues } from './settings.ts'

const readable = (file: string): boolean => {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** `settings.json` of the data folder. A broken file is put aside as `.bad` and defaults hold; the vault is not concerned. */
export const openConfSettings = (dataFolder: string): Settings => {
  const file = join(dataFolder, 'settings.json')
  if (existsSync(file) && !readable(file)) renameSync(file, `${file}.bad`)
  const conf = new Conf<Record<string, unknown>>({
    cwd: dataFolder,
    configName: 'settings',
    fileExtension: 'json',
  })
  const values = (): SettingsValues => {
    const shape = settingsSchema.shape
    const read = <K extends keyof SettingsValues>(key: K): SettingsValues[K] => {
      const parsed = shape[key].safeParse(conf.get(key))
      return (parsed.success ? parsed.data : shape[key].parse(undefined)) as SettingsValues[K]
    }
    return {
      language: read('language'),
      zoom: read('zoom'),
      lastPrinter: read('lastPrinter'),
      secondBackupFolder: read('secondBackupFolder'),
      window: read('window'),
    }
  }
  return {
    get: (key) => values()[key],
    set: (key, value) => conf.set(key, value),
  }
}
