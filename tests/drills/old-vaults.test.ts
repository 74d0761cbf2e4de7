import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { verifyWhole } from '../../electron/audit/verify.ts'
import { newestVersion } from '../../electron/database/migrate.ts'
import { migrations } from '../../electron/database/migrations/index.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { openReady } from '../../electron/session/open-ready.ts'
import { readVaultState } from '../../electron/vault/state.ts'
import { unlockVault } from '../../electron/vault/unlock.ts'
import type { VaultKeys } from '../../electron/vault/vault-keys.ts'
import { got } from '../electron/vault/vault-template.ts'
import { below } from '../support/dice.ts'
import { passphrase } from '../support/vault-passphrase.ts'
import { check, drillFolder } from './check.ts'

const fixtures = join(import.meta.dirname, '../fixtures')

const schemaOf = (folder: string, keys: VaultKeys): readonly string[] => {
  const ready = got(openReady(join(folder, 'vault.db'), keys))
  const parts = ready.handle.all<{ sql: string }>(
    `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'client_search%' ORDER BY type, name`,
  )
  ready.close()
  return parts.map(({ sql }) => sql.replaceAll(/\s+/g, ' '))
}

/** A copy of a kept vault to work on, and its keys. */
const openKept = async (name: string): Promise<{ readonly folder: string; readonly keys: VaultKeys }> => {
  const folder = join(drillFolder(), 'vault')
  cpSync(join(fixtures, name), folder, { recursive: true })
  const state = readVaultState(folder)
  if (state.kind !== 'vault') throw new Error(`${name} is ${state.kind}`)
  const door = state.slots.find(({ kind }) => kind === 'passphrase')
  return { folder, keys: got(await unlockVault({ folder, slotId: door?.id ?? '', passphrase })) }
}

check(
  'M01',
  'a vault of every schema version that was kept opens under the newest one, with every row of it',
  { usual: 1, drill: 1 },
  async () => {
    const kept = readdirSync(fixtures).filter((name) => /^vault-\d+$/.test(name))
    const schemas = new Set<string>()
    for (const name of kept) {
      const { folder, keys } = await openKept(name)
      const ready = got(openReady(join(folder, 'vault.db'), keys))
      const { handle } = ready
      expect(ready.version()).toBe(newestVersion(migrations))
      expect(ready.quickCheck()).toEqual([])
      expect(handle.all('PRAGMA foreign_key_check')).toEqual([])
      const clients = handle.all<{ name: string; aum: number }>('SELECT name, aum FROM client ORDER BY id')
      expect(clients).toEqual(
        Array.from({ length: 20 }, (_, at) => ({ name: `客户${at + 1}`, aum: (at + 1) * 100_00 })),
      )
      expect(handle.one('SELECT count(*) n FROM client_position')).toEqual({ n: 20 })
      expect(handle.one('SELECT name FROM staff')).toEqual({ name: '周敏' })
      expect(verifyWhole({ db: handle, folder, keys })).toMatchObject({ kind: 'intact' })
      ready.close()
      schemas.add(schemaOf(folder, keys).join('\n'))
    }
    // Whatever version it came from, it is one and the same schema afterwards.
    expect(schemas.size).toBe(1)
    return { rounds: kept.length, note: kept.join(', ') }
  },
)

/** Kills the upgrade so many milliseconds after it began; whether it had ended before. */
const upgradeFor = async (path: string, keys: VaultKeys, milliseconds: number): Promise<boolean> => {
  const words = [join(import.meta.dirname, 'upgrader.ts'), path, keys.dbk.toString('hex'), keys.suite]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    if (text === '') setTimeout(() => child.kill('SIGKILL'), milliseconds)
    text += chunk.toString()
  })
  await once(child, 'close')
  return text.includes('done')
}

check(
  'R06',
  'an upgrade of the schema, killed at any moment, leaves the old version or the new one, never a row less',
  { usual: 2, drill: 60 },
  async ({ rounds, random }) => {
    const [oldest = ''] = readdirSync(fixtures).filter((name) => /^vault-\d+$/.test(name))
    const from = Number(oldest.slice('vault-'.length))
    let [before, ended] = [0, 0]
    for (let round = 0; round < rounds; round++) {
      const { folder, keys } = await openKept(oldest)
      const path = join(folder, 'vault.db')
      if (await upgradeFor(path, keys, below(random, 60))) ended += 1
      const request = { path, key: keys.dbk, suite: keys.suite, newest: newestVersion(migrations) }
      const found = got(openDatabase(request))
      expect([from, newestVersion(migrations)]).toContain(found.version())
      if (found.version() === from) before += 1
      expect(found.quickCheck()).toEqual([])
      expect(found.handle.one('SELECT count(*) n FROM client')).toEqual({ n: 20 })
      found.close()
      const ready = got(openReady(path, keys))
      expect(ready.version()).toBe(newestVersion(migrations))
      ready.close()
    }
    return { rounds, note: `upgrade: ${before} killed before it was done, ${ended} after` }
  },
)
