import { openSync, renameSync, rmSync } from 'node:fs'

// A virus scanner or an indexer holds a file for some milliseconds just when it is to be renamed or removed.

const busy = ['EBUSY', 'EPERM', 'EACCES']
const tries = 10
const longestWaitMs = 200

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && busy.includes(String(error.code))

/** Blocks this thread: what follows must not start before the file has its name. */
const wait = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

/** Ten tries with growing pauses, about a second in all; what still fails then is told as it is. */
export const patiently = <T>(work: () => T, pause: (ms: number) => void = wait): T => {
  for (let attempt = 1; ; attempt += 1)
    try {
      return work()
    } catch (error) {
      if (attempt === tries || !isBusy(error)) throw error
      pause(Math.min(2 ** attempt, longestWaitMs))
    }
}

export const renamePatiently = (from: string, to: string): void => patiently(() => renameSync(from, to))

export const removePatiently = (path: string): void =>
  patiently(() => rmSync(path, { recursive: true, force: true }))

export const openPatiently = (path: string, flag: 'w' | 'a'): number =>
  patiently(() => openSync(path, flag, 0o600))
