import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { makeHandle } from '../../../electron/database/statements.ts'
import { checkSealed } from '../../../electron/vault/verify-sealed.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

it('a sealed file is held against the sum its stub keeps; a vault without stubs has nothing to hold', async () => {
  const database = new Database(':memory:')
  const db = makeHandle(database)
  const folder = temporaryFolder()
  expect(await checkSealed(db, folder)).toEqual([])
  db.run('CREATE TABLE sealed_dossier (file TEXT, sha256 TEXT)')
  mkdirSync(join(folder, 'sealed'))
  for (const [file, now] of [
    ['a', 'whole'],
    ['b', 'changed since'],
    ['c', null],
  ] as const) {
    const sha256 = createHash('sha256').update('whole').digest('hex')
    db.run('INSERT INTO sealed_dossier VALUES (?, ?)', [file, sha256])
    if (now !== null) writeFileSync(join(folder, 'sealed', `${file}.zyd`), now)
  }
  expect(await checkSealed(db, folder)).toEqual([
    { file: 'a', state: 'whole' },
    { file: 'b', state: 'changed' },
    { file: 'c', state: 'missing' },
  ])
  database.close()
})
