import Conf from 'conf'
import { putAsideBroken, settingFrom } from './settings-file.ts'
import type { Settings } from './settings.ts'

/** `settings.json` of the data folder, where there is no Electron. */
export const openConfSettings = (dataFolder: string): Settings => {
  putAsideBroken(dataFolder)
  const conf = new Conf<Record<string, unknown>>({
    cwd: dataFolder,
    configName: 'settings',
    fileExtension: 'json',
  })
  return {
    get: (key) => settingFrom((name) => conf.get(name), key),
    set: (key, value) => conf.set(key, value),
  }
}
