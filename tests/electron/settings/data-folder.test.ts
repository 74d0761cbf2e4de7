import { describe, expect, it } from 'vitest'
import { chooseDataFolder } from '../../../electron/settings/data-folder.ts'

const machine = (platform: string, env: Record<string, string> = {}) => ({ platform, env, home: '/home/lin' })

describe('where the vault lives', () => {
  it('is the folder named on the command line before all others', () => {
    expect(chooseDataFolder('/srv/a', machine('linux', { ZHIYIN_DATA: '/srv/b' }))).toBe('/srv/a')
    expect(chooseDataFolder(undefined, machine('linux', { ZHIYIN_DATA: '/srv/b' }))).toBe('/srv/b')
  })

  it('is one place per machine otherwise', () => {
    expect(chooseDataFolder(undefined, machine('linux'))).toBe('/home/lin/.local/share/zhiyin')
    expect(chooseDataFolder(undefined, machine('linux', { XDG_DATA_HOME: '/data' }))).toBe('/data/zhiyin')
    expect(chooseDataFolder(undefined, machine('darwin'))).toBe('/Users/Shared/Zhiyin')
    expect(chooseDataFolder(undefined, machine('win32', { ProgramData: '/pd' }))).toBe('/pd/Zhiyin')
  })
})
