import { join, resolve } from 'node:path'

export type Machine = {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** Where the vault lives: the named folder, else one place per machine that every branch user shares. */
export const chooseDataFolder = (named: string | undefined, { platform, env, home }: Machine): string => {
  if (named !== undefined && named !== '') return resolve(named)
  if (env['ZHIYIN_DATA']) return resolve(env['ZHIYIN_DATA'])
  if (platform === 'win32') return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Zhiyin')
  if (platform === 'darwin') return '/Users/Shared/Zhiyin'
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'zhiyin')
}
