import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { record } from '../../support/fake-electron.ts'

vi.mock('electron/main', async () => (await import('../../support/fake-electron.ts')).fakeMain)
vi.mock('electron-store', async () => ({
  default: (await import('../../support/fake-electron.ts')).FakeStore,
}))

const home = mkdtempSync(join(tmpdir(), 'shell-test-'))
const words = process.argv

afterAll(() => {
  process.argv = words
  rmSync(home, { recursive: true, force: true })
})

it('a second start on the same folder says so by its exit code and opens nothing', async () => {
  process.argv = ['electron', '.', '--data', join(home, 'zhiyin')]
  record.app.isFirst = false
  await import('../../../electron/shell/main.ts')
  expect(record.app.calls.map(({ name }) => name)).toEqual(['setPath', 'requestSingleInstanceLock', 'exit'])
  expect(record.app.calls.at(-1)?.words).toEqual([3])
  expect([record.windows.length, record.desks.length]).toEqual([0, 0])
})
