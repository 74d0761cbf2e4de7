import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createDatabase, openSecondConnection } from '../database/open.ts'
import type { Suite } from './header.ts'
import type { Random } from './random.ts'

// AEGIS costs next to nothing with AES instructions and a multiple of everything without them. The processor's name
// doesn't tell; a scan of two megabytes does.

/** AEGIS unless it is clearly the slower one here; the margin keeps a busy moment from deciding. */
export const chooseSuite = (measure: (suite: Suite) => number): Suite =>
  measure('aegis-256') > 2 * measure('chacha20') ? 'chacha20' : 'aegis-256'

const probeFile = 'probe.db'
const rows = 512
const rowBytes = 4000

const clear = (folder: string): void => {
  for (const tail of ['', '-wal', '-shm']) rmSync(join(folder, `${probeFile}${tail}`), { force: true })
}

/** Milliseconds for reading two megabytes of nothing under this cipher, the database freshly opened. */
export const timeSuite = (probe: {
  readonly folder: string
  readonly suite: Suite
  readonly monotonic: () => number
  readonly random: Random
}): number => {
  const { folder, suite, monotonic, random } = probe
  const request = { path: join(folder, probeFile), key: random(32), suite }
  clear(folder)
  try {
    createDatabase(request.path, request.key, suite)
    const writer = openSecondConnection(request)
    writer.handle.run('CREATE TABLE probe (filling BLOB NOT NULL) STRICT')
    writer.handle.transact(() => {
      for (let row = 0; row < rows; row++)
        writer.handle.run('INSERT INTO probe (filling) VALUES (zeroblob(?))', [rowBytes])
    })
    writer.close()
    const reader = openSecondConnection(request)
    const began = monotonic()
    reader.handle.one('SELECT max(filling) FROM probe')
    const took = monotonic() - began
    reader.close()
    return took
  } finally {
    clear(folder)
  }
}
