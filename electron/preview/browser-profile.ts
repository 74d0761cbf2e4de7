import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

// The browser's own files stay outside the vault, so its profile lives in a temp folder that goes with it.

const prefix = 'zhiyin-browser-'

export const makeProfile = (temp: string, pid: number): string => mkdtempSync(join(temp, `${prefix}${pid}-`))

export const removeProfile = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Profiles a killed preview left behind; those of a running one stay. */
export const sweepProfiles = (temp: string): readonly string[] => {
  const left = readdirSync(temp).filter((name) => {
    const pid = /^zhiyin-browser-(\d+)-/.exec(name)?.[1]
    return pid !== undefined && !isAlive(Number(pid))
  })
  for (const name of left) removeProfile(join(temp, name))
  return left
}
