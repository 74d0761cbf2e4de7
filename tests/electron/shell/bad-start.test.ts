import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { record as Record } from '../../support/fake-electron.ts'

const words = process.argv
const home = mkdtempSync(join(tmpdir(), 'shell-test-'))

describe('a start that must not go on', () => {
  let record: typeof Record
  const start = async (...given: readonly string[]): Promise<void> => {
    process.argv = ['electron', '.', ...given]
    await import('../../../electron/shell/main.ts')
  }
  beforeEach(async () => {
    vi.resetModules()
    const fake = await import('../../support/fake-electron.ts')
    record = fake.record
    vi.doMock('electron/main', () => fake.fakeMain)
    vi.doMock('electron-store', () => ({ default: fake.FakeStore }))
  })
  afterEach(() => {
    process.argv = words
    rmSync(home, { recursive: true, force: true })
  })

  it('ends at a switch that is not its own, before it asks Electron for anything', async () => {
    await start('--data', home, '--remote-debugging-port=9222')
    expect(record.app.calls).toEqual([{ name: 'exit', words: [2] }])
    expect([record.windows.length, record.desks.length]).toEqual([0, 0])
  })

  it('ends with its own words when a native file is not as installed, before there is a desk', async () => {
    record.app.isPackaged = true
    Object.assign(process, { resourcesPath: home })
    process.argv = ['zhiyin', '--data', join(home, 'zhiyin')]
    await import('../../../electron/shell/main.ts')
    await vi.waitFor(() => expect(record.app.names()).toContain('exit'))
    expect(record.app.calls.at(-1)).toEqual({ name: 'exit', words: [4] })
    expect(JSON.stringify(record.errors)).toContain('与安装时不一致')
    expect([record.windows.length, record.desks.length, record.sessions.size]).toEqual([0, 0, 0])
  })

  it('ends with its own words, in both languages, when it can’t come up at all', async () => {
    const broken = class {
      constructor() {
        throw new Error('the settings are held by another program')
      }
    }
    vi.doMock('electron-store', () => ({ default: broken }))
    await start('--data', join(home, 'zhiyin'))
    await vi.waitFor(() => expect(record.app.calls.at(-1)).toEqual({ name: 'exit', words: [6] }))
    expect(JSON.stringify(record.errors)).toContain('启动时出错')
    expect(JSON.stringify(record.errors)).toContain('The start failed')
    expect([record.windows.length, record.desks.length]).toEqual([0, 0])
  })

  it('ends with its own words when Electron finds the archive changed, and at no other end of a process', async () => {
    await start('--data', join(home, 'zhiyin'))
    await vi.waitFor(() => expect(record.windows[0]?.loaded).toBe('app://app/'))
    record.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed' })
    expect(record.app.names()).not.toContain('exit')
    record.app.emit('child-process-gone', {}, { type: 'Utility', reason: 'integrity-failure' })
    expect(record.app.calls.at(-1)).toEqual({ name: 'exit', words: [4] })
    record.app.emit('render-process-gone', {}, {}, { reason: 'integrity-failure' })
    expect(record.errors).toHaveLength(2)
  })

  it('ends with its own words when the desk can’t live, instead of starting it for ever', async () => {
    record.settings['language'] = 'en'
    await start('--data', join(home, 'zhiyin'), '--allow-capture')
    await vi.waitFor(() => expect(record.windows[0]?.loaded).toBe('app://app/'))
    expect(record.windows[0]?.calls[0]).toEqual({ name: 'setContentProtection', words: [false] })
    // People who lock at once, one after the other, are no storm.
    for (let life = 1; life <= 2; life += 1) {
      await vi.waitFor(() => expect(record.desks).toHaveLength(life))
      record.desks.at(-1)?.process.emit('exit', 0)
    }
    for (let life = 3; life <= 7; life += 1) {
      await vi.waitFor(() => expect(record.desks).toHaveLength(life))
      record.desks.at(-1)?.process.emit('exit', 1)
    }
    await vi.waitFor(() => expect(record.app.calls.at(-1)).toEqual({ name: 'exit', words: [5] }))
    expect(JSON.stringify(record.errors)).toContain('The desk stopped again and again')
  })
})
