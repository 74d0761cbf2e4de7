import Store from 'electron-store'
import { settingsSchema, type Settings, type SettingsValues } from '../settings/settings.ts'

/** The same settings.json as in the preview; the only file that imports electron-store, which imports Electron. */
export const openStoreSettings = (dataFolder: string): Settings => {
  const store = new Store<Record<string, unknown>>({
    cwd: dataFolder,
    name: 'settings',
    clearInvalidConfig: true,
  })
  const values = (): SettingsValues => {
    const parsed = settingsSchema.safeParse(store.store)
    return parsed.success ? parsed.data : settingsSchema.parse({})
  }
  return {
    get: (key) => values()[key],
    set: (key, value) => store.set(key, value),
  }
}
