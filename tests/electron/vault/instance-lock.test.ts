import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { holderFile, takeInstanceLock } from '../../../electron/vault/instance-lock.ts'
import { got, tempFolder } from './vault-template.ts'

const entry = join(import.meta.dirname, 'hold-lock.ts')
const me = { user: '王芳', host: 'pc-2', pid: process.pid, since: 1 }

const second = async (folder: string): Promise<{ readonly child: ChildProcess; readonly said: unknown }> => {
  const child = fork(entry, [folder])
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = await once(child, 'message')
  return { child, said }
}

test('a second desk is told who has the vault', async () => {
  const folder = tempFolder()
  const lock = got(takeInstanceLock(folder, me))
  expect((await second(folder)).said).toEqual({ code: 'in-use', by: '王芳@pc-2' })
  expect(takeInstanceLock(folder, me)).toMatchObject({ failure: { code: 'in-use' } })
  lock.release()
})

test('a desk that was killed leaves no stale lock', async () => {
  const folder = tempFolder()
  const { child, said } = await second(folder)
  expect(said).toBe('held')
  expect(takeInstanceLock(folder, me)).toMatchObject({ failure: { code: 'in-use', by: '陈明@pc-1' } })
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
  got(takeInstanceLock(folder, me)).release()
})

test('a released lock is free at once and names nobody', () => {
  const folder = tempFolder()
  got(takeInstanceLock(folder, me)).release()
  expect(existsSync(join(folder, holderFile))).toBe(false)
  got(takeInstanceLock(folder, me)).release()
})

test('an unreadable note of the holder does not let a second desk in', () => {
  const folder = tempFolder()
  const lock = got(takeInstanceLock(folder, me))
  writeFileSync(join(folder, holderFile), '{"user":')
  expect(takeInstanceLock(folder, me)).toEqual({ ok: false, failure: { code: 'in-use', by: '' } })
  lock.release()
})
