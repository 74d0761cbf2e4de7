import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ORPCError, os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { endMessage, portMessage } from '../../../electron/desk/channel.ts'
import { channels } from '../../../electron/shell/verbs.ts'
import { record } from '../../support/fake-electron.ts'

vi.mock('electron/main', async () => (await import('../../support/fake-electron.ts')).fakeMain)
vi.mock('electron-store', () => ({
  default: class {
    readonly store = {}
    set(): void {}
  },
}))

/** A desk whose lock is under way, seen through the port it was handed: a second lock finds nobody signed in. */
const answerLocked = (handed: unknown): void => {
  const [port] = handed as readonly MessagePort[]
  if (port === undefined) throw new Error('the desk was handed no port')
  const lock = os.handler(() => {
    throw new ORPCError('FAILED', { data: { code: 'locked' } })
  })
  new RPCHandler({ session: { lock } }).upgrade(port)
  port.start()
}

const home = mkdtempSync(join(tmpdir(), 'shell-test-'))
const dataFolder = join(home, 'zhiyin')

describe('the shell', () => {
  const words = process.argv
  const app = record.app
  beforeAll(async () => {
    process.env['ZHIYIN_SECRET'] = 'not for the desk'
    process.argv = ['zhiyin', '--data', dataFolder]
    await import('../../../electron/shell/main.ts')
    await vi.waitFor(() => expect(record.windows[0]?.loaded).toBe('app://app/'))
  })
  afterAll(() => {
    process.argv = words
    rmSync(home, { recursive: true, force: true })
  })
  const contents = () => record.windows[0]?.webContents
  const event = (frame: unknown = contents()?.mainFrame) => ({ sender: contents(), senderFrame: frame })
  const say = async (channel: string, from: unknown, ...given: unknown[]): Promise<unknown> =>
    record.handlers.get(channel)?.(from, ...given)

  it('shuts its doors before it is ready', () => {
    const names = app.calls.map(({ name }) => name)
    expect(names.indexOf('enableSandbox')).toBeLessThan(names.indexOf('whenReady'))
    expect(names.indexOf('setPath')).toBeLessThan(names.indexOf('requestSingleInstanceLock'))
    expect(app.calls[0]).toEqual({
      name: 'setPath',
      words: ['userData', join(dirname(dataFolder), 'zhiyin-shell')],
    })
    expect(record.schemes).toHaveLength(1)
  })

  it('keeps its windows’ session in memory', () => {
    expect([...record.sessions.keys()]).toEqual(['zhiyin'])
  })

  it('has no menu with reload or developer tools', () => {
    expect(JSON.stringify(record.menus)).not.toMatch(/reload|devtools/i)
  })

  it('runs the desk as a process of its own without the user’s environment', () => {
    expect(record.desks[0]?.entry).toMatch(/desk[\\/]entry\.mjs$/)
    expect(record.desks[0]?.args).toEqual([dataFolder])
    const { env } = (record.desks[0]?.options ?? {}) as { readonly env?: Readonly<Record<string, string>> }
    expect(env).not.toHaveProperty('ZHIYIN_SECRET')
    expect(env?.['PATH']).toBe(process.env['PATH'])
  })

  it('answers exactly its verbs', () => {
    const { port: _port, ...verbs } = channels
    expect([...record.handlers.keys()].toSorted()).toEqual(Object.values(verbs).toSorted())
  })

  it('hands each document one port, and a fresh document a fresh one', async () => {
    await say(channels.connect, event())
    await expect(say(channels.connect, event())).rejects.toThrow('refused')
    const posted = contents()?.calls.filter(({ name }) => name === 'postMessage') ?? []
    expect(posted.map((call) => call.words[0])).toEqual([channels.port])
    contents()?.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
    await expect(say(channels.connect, event())).rejects.toThrow('refused')
    contents()?.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    await expect(say(channels.connect, event())).resolves.toBeUndefined()
  })

  it('listens to nobody but the top document of its window', async () => {
    for (const channel of record.handlers.keys()) {
      const before = contents()?.calls.length
      await expect(say(channel, event({ url: 'app://app/' }), 'sheet-1', 'a.pdf')).rejects.toThrow('refused')
      await expect(say(channel, event(null), 'sheet-1', 'a.pdf')).rejects.toThrow('refused')
      expect(contents()?.calls.length).toBe(before)
    }
  })

  it('refuses words that are not what the verb takes', async () => {
    const odd: [string, ...unknown[]][] = [
      [channels.print, '../x'],
      [channels.print, { job: 1 }],
      [channels.pdf, ''],
      [channels.savePdf, 'sheet-1', '../../etc/passwd'],
      [channels.savePdf, 'sheet-1', 'C:\\a.pdf'],
      [channels.save, 'a.pdf', 'text'],
      [channels.save, '.bashrc', new ArrayBuffer(1)],
      [channels.save, 'a.pdf', new ArrayBuffer(64 * 1024 * 1024 + 1)],
    ]
    for (const [channel, ...given] of odd)
      await expect(say(channel, event(), ...given)).rejects.toThrow('refused')
  })

  it('prints a sheet from a hidden window that is gone afterwards', async () => {
    expect(await say(channels.print, event(), 'sheet-1')).toBe('printed')
    const sheet = record.windows.at(-1)
    expect(sheet?.loaded).toBe('app://app/print/sheet-1')
    expect([sheet?.shown, sheet?.destroyed]).toEqual([false, true])
  })

  it('saves a sheet where the user says, and nowhere when the user cancels', async () => {
    expect(await say(channels.savePdf, event(), 'sheet-1', '家庭财务报告.pdf')).toBe('cancelled')
    record.saveDialog = { canceled: false, filePath: join(home, 'a.pdf') }
    expect(await say(channels.savePdf, event(), 'sheet-1', '家庭财务报告.pdf')).toBe('saved')
    expect(readFileSync(join(home, 'a.pdf'), 'utf8')).toBe('%PDF')
  })

  it('starts a fresh desk and shows a fresh document when the desk has ended', async () => {
    record.desks[0]?.process.emit('exit', 0)
    await vi.waitFor(() => expect(record.desks).toHaveLength(2))
    expect(contents()?.calls.at(-1)?.name).toBe('reload')
  })

  it('locks when the screen is locked, the PC sleeps or the user leaves', () => {
    for (const name of ['lock-screen', 'suspend', 'shutdown', 'user-did-resign-active'])
      expect(record.power.listenerCount(name)).toBe(1)
  })

  it('lets a desk that is already locking finish before it quits, and starts no further one', async () => {
    const desk = record.desks.at(-1)?.process
    answerLocked(desk?.calls.find(({ words }) => words[0] === portMessage)?.words[1])
    app.emit('window-all-closed')
    // The desk says `locked` to a second lock; what it still does – backup, last audit line – takes its time.
    await new Promise((wake) => setTimeout(wake, 50))
    expect(desk?.calls).toContainEqual({ name: 'postMessage', words: [endMessage] })
    expect(desk?.calls.map(({ name }) => name)).not.toContain('kill')
    expect(app.calls.at(-1)?.name).not.toBe('quit')
    desk?.emit('exit', 0)
    await vi.waitFor(() => expect(app.calls.at(-1)?.name).toBe('quit'))
    expect(record.desks).toHaveLength(2)
  })
})
