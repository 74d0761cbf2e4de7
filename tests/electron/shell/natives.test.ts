import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { changedNatives, checksNatives, oddNatives } from '../../../electron/shell/natives.ts'
import { tempFolder } from '../../support/desk.ts'

describe('the native files beside the archive', () => {
  const sqlite = 'node_modules/better-sqlite3/prebuilds/linux-x64.node'
  const argon2 = 'node_modules/@node-rs/argon2-linux-x64-gnu/argon2.linux-x64-gnu.node'
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
  const list = { [sqlite]: hash('sqlite'), [argon2]: hash('argon2') }
  let folder: string
  const put = (file: string, text: string): void => {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  beforeEach(() => {
    folder = tempFolder()
    put(sqlite, 'sqlite')
    put(argon2, 'argon2')
  })

  it('are let through when each is as it was packed', () => {
    expect(oddNatives(folder, list)).toEqual([])
  })

  it('are refused when one has a byte changed, one is gone, or there is one more', () => {
    put(sqlite, 'sqlitE')
    expect(oddNatives(folder, list)).toEqual([sqlite])
    put(sqlite, 'sqlite')
    rmSync(join(folder, argon2))
    expect(oddNatives(folder, list)).toEqual([argon2])
    put(argon2, 'argon2')
    put('node_modules/better-sqlite3/prebuilds/evil.wasm', 'x')
    expect(oddNatives(folder, list)).toEqual(['node_modules/better-sqlite3/prebuilds/evil.wasm'])
  })

  it('are refused when one is a link to another file', () => {
    rmSync(join(folder, sqlite))
    put('elsewhere', 'other')
    symlinkSync(join(folder, 'elsewhere'), join(folder, sqlite))
    expect(oddNatives(folder, list)).toContain(sqlite)
  })

  it('are refused without a list, with a broken one, and without the files', () => {
    const file = join(tempFolder(), 'natives.json')
    expect(changedNatives(folder, file)).toEqual(['natives.json'])
    writeFileSync(file, '{')
    expect(changedNatives(folder, file)).toEqual(['natives.json'])
    writeFileSync(file, '{"a":"not a hash"}')
    expect(changedNatives(folder, file)).toEqual(['natives.json'])
    writeFileSync(file, JSON.stringify(list))
    expect(changedNatives(folder, file)).toEqual([])
    expect(changedNatives(join(folder, 'none'), file)).toEqual([sqlite, argon2])
  })

  it('are left to macOS where it signs them itself', () => {
    expect(['linux', 'win32', 'darwin'].map(checksNatives)).toEqual([true, true, false])
  })
})
