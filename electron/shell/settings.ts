import Store from 'electron-store'
import { putAsideBroken, settingFrom } from '../settings/settings-file.ts'
import type { Settings } from '../settings/settings.ts'

/** The same settings.json as in the preview; the only file that imports electron-store, which imports Electron. */
export const openStoreSettings = (dataFolder: string): Settings => {
  putAsideBroken(dataFolder)
  const store = new Store<Record<string, unknown>>({ cwd: dataFolder, name: 'settings' })
  return {
    get: (key) => settingFrom((name) => store.get(name), key),
    set: (key, value) => store.set(key, value),
  }
}
