// long because: one start of the shell is looked at from all sides, in the order a day takes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ORPCError, os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { closeMessage, endMessage, portMessage, shellPortMessage } from '../../../electron/desk/channel.ts'
import { channels } from '../../../electron/shell/verbs.ts'
import { record } from '../../support/fake-electron.ts'

vi.mock('electron/main', async () => (await import('../../support/fake-electron.ts')).fakeMain)
vi.mock('electron-store', async () => ({
  default: (await import('../../support/fake-electron.ts')).FakeStore,
}))

type Desk = (typeof record.desks)[number]['process']

/** The desk behind the port that the shell kept for itself: `lock` answers, and there is a sheet `sheet-1`. */
const answerAs = (desk: Desk | undefined, lock: () => unknown): void => {
  const handed = desk?.calls.find(({ words }) => words[0] === shellPortMessage)?.words[1]
  const [port] = handed as readonly MessagePort[]
  if (port === undefined) throw new Error('the desk was handed no port')
  const page = os.input(z.object({ job: z.string() })).handler(({ input }) => {
    if (input.job !== 'sheet-1') throw new ORPCError('FAILED', { data: { code: 'not-found', what: 'sheet' } })
    return { html: '<p>sheet</p>' }
  })
  new RPCHandler({ session: { lock: os.handler(lock) }, printout: { page } }).upgrade(port)
  port.start()
}

/** A desk that is closed, or whose lock is under way: a lock finds nobody signed in. */
const refuseLock = (): never => {
  throw new ORPCError('FAILED', { data: { code: 'locked' } })
}

const home = mkdtempSync(join(tmpdir(), 'shell-test-'))
const dataFolder = join(home, 'zhiyin')

describe('the shell', () => {
  const words = process.argv
  const app = record.app
  beforeAll(async () => {
    process.env['ZHIYIN_SECRET'] = 'not for the desk'
    process.argv = ['electron', '.', '--data', dataFolder]
    await import('../../../electron/shell/main.ts')
    await vi.waitFor(() => expect(record.windows[0]?.loaded).toBe('app://app/'))
    answerAs(record.desks[0]?.process, refuseLock)
  })
  afterAll(() => {
    process.argv = words
    rmSync(home, { recursive: true, force: true })
  })
  const contents = () => record.windows[0]?.webContents
  const event = (frame: unknown = contents()?.mainFrame) => ({ sender: contents(), senderFrame: frame })
  const say = async (channel: string, from: unknown, ...given: unknown[]): Promise<unknown> =>
    record.handlers.get(channel)?.(from, ...given)

  const window = () => record.windows[0]
  const loads = (): number =>
    window()
      ?.names()
      .filter((name) => name === 'loadURL').length ?? 0

  it('does exactly this before it is ready, its own folder first', () => {
    expect(app.calls).toEqual([
      { name: 'setPath', words: ['userData', join(dirname(dataFolder), 'zhiyin-shell')] },
      { name: 'requestSingleInstanceLock', words: [] },
      { name: 'enableSandbox', words: [] },
      { name: 'whenReady', words: [] },
    ])
    expect(record.schemes).toHaveLength(1)
    expect(record.menus).toEqual([null])
  })

  it('listens to exactly these words of Electron, and starts no crash reporter', () => {
    expect(app.eventNames()).toEqual([
      'web-contents-created',
      'certificate-error',
      'select-client-certificate',
      'login',
      'child-process-gone',
      'render-process-gone',
      'window-all-closed',
      'will-quit',
      'second-instance',
    ])
    expect(record.power.eventNames()).toEqual([
      'lock-screen',
      'suspend',
      'resume',
      'user-did-resign-active',
      'shutdown',
    ])
    expect(window()?.eventNames()).toEqual([
      'page-title-updated',
      'close',
      'ready-to-show',
      'query-session-end',
      'session-end',
      'responsive',
      'unresponsive',
    ])
    expect(contents()?.eventNames()).toEqual([
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
      'will-prevent-unload',
      'select-bluetooth-device',
      'before-input-event',
      'zoom-changed',
      'did-start-navigation',
      'render-process-gone',
    ])
  })

  it('hides its window from screen capture, keeps its title and shows it when it is drawn', () => {
    expect(window()?.calls).toEqual([
      { name: 'setContentProtection', words: [true] },
      { name: 'loadURL', words: ['app://app/'] },
    ])
    let isStopped = false
    window()?.emit('page-title-updated', { preventDefault: () => (isStopped = true) })
    expect(isStopped).toBe(true)
    window()?.emit('ready-to-show')
    expect(window()?.names()).toEqual(['setContentProtection', 'loadURL', 'show'])
  })

  it('keeps its windows’ session in memory', () => {
    expect([...record.sessions.keys()]).toEqual(['zhiyin'])
    expect(record.sessions.get('zhiyin')?.set.has('protocol app')).toBe(true)
  })

  it('runs the desk as a process of its own without the user’s environment', () => {
    expect(record.desks[0]?.entry).toMatch(/desk[\\/]entry\.mjs$/)
    expect(record.desks[0]?.args).toEqual([dataFolder])
    const options = (record.desks[0]?.options ?? {}) as { readonly env?: Readonly<Record<string, string>> }
    const { env, ...others } = options
    expect(others).toEqual({ serviceName: 'zhiyin-desk', stdio: 'ignore' })
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
    const desk = record.desks[0]?.process
    const toDesk = (): unknown[] => (desk?.calls ?? []).map(({ words }) => words[0])
    expect(toDesk()).toEqual([shellPortMessage, portMessage])
    contents()?.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false })
    contents()?.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    expect(toDesk()).toEqual([shellPortMessage, portMessage, closeMessage])
    await expect(say(channels.connect, event())).resolves.toBeUndefined()
    expect(toDesk()).toEqual([shellPortMessage, portMessage, closeMessage, portMessage])
  })

  it('listens to nobody but the top document of its window', async () => {
    for (const channel of record.handlers.keys()) {
      const before = contents()?.calls.length
      await expect(say(channel, event({ ...contents()?.mainFrame }), 'sheet-1', 'a.pdf')).rejects.toThrow(
        'refused',
      )
      await expect(say(channel, event(null), 'sheet-1', 'a.pdf')).rejects.toThrow('refused')
      expect(contents()?.calls.length).toBe(before)
    }
  })

  it('refuses words that are not what the verb takes', async () => {
    const odd: [string, ...unknown[]][] = [
      [channels.print, '../x'],
      [channels.print, { job: 1 }],
      [channels.print, 'sheet-1', ''],
      [channels.print, 'sheet-1', { name: 'hp-1' }],
      [channels.print, 'sheet-1', 'x'.repeat(201)],
      [channels.savePdf, JSON.parse('{"__proto__":{"job":"sheet-1"}}'), 'a.pdf'],
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

  it('prints a sheet from a hidden window that is gone afterwards, through the system’s own dialog', async () => {
    expect(await say(channels.print, event(), 'sheet-1')).toBe('printed')
    const sheet = record.windows.at(-1)
    expect(sheet?.loaded).toBe('app://app/print/sheet-1')
    expect([sheet?.names(), sheet?.destroyed]).toEqual([['loadURL'], true])
    expect(sheet?.webContents.calls).toEqual([
      { name: 'print', words: [{ silent: false, printBackground: true, pageSize: 'A4' }] },
    ])
  })

  it('prints on a named printer without a question, and offers it first the next time', async () => {
    expect(await say(channels.printers, event())).toEqual([
      { name: 'hp-1', label: '柜台打印机', isLast: false },
      { name: 'hp-2', label: 'hp-2', isLast: false },
    ])
    expect(await say(channels.print, event(), 'sheet-1', 'hp-2')).toBe('printed')
    expect(record.windows.at(-1)?.webContents.calls[0]?.words[0]).toMatchObject({
      silent: true,
      deviceName: 'hp-2',
    })
    expect(record.settings['lastPrinter']).toBe('hp-2')
    expect(await say(channels.print, event(), 'sheet-1')).toBe('printed')
    expect(record.windows.at(-1)?.webContents.calls[0]?.words[0]).toMatchObject({
      silent: false,
      deviceName: 'hp-2',
    })
  })

  it('says how printing ended, and makes no paper of a sheet or on a printer that is not there', async () => {
    const before = record.windows.length
    expect(await say(channels.print, event(), 'sheet-2')).toBe('failed')
    await expect(say(channels.pdf, event(), 'sheet-2')).rejects.toThrow('no such sheet')
    expect(record.windows).toHaveLength(before)
    expect(await say(channels.print, event(), 'sheet-1', 'gone')).toBe('failed')
    expect(record.settings['lastPrinter']).toBe('hp-2')
    const outcomes: unknown[] = []
    for (const reason of ['Print job canceled', 'Invalid printer settings', 'Print job failed', '']) {
      record.printed = [false, reason]
      outcomes.push(await say(channels.print, event(), 'sheet-1'))
    }
    record.printed = [true, '']
    expect(outcomes).toEqual(['cancelled', 'failed', 'failed', 'failed'])
  })

  it('makes A4 of a sheet, never Letter', async () => {
    await say(channels.pdf, event(), 'sheet-1')
    expect(record.windows.at(-1)?.webContents.calls).toEqual([
      {
        name: 'printToPDF',
        words: [
          {
            pageSize: 'A4',
            preferCSSPageSize: true,
            printBackground: true,
            generateTaggedPDF: true,
            generateDocumentOutline: true,
          },
        ],
      },
    ])
  })

  it('saves a sheet where the user says, and nowhere when the user cancels', async () => {
    expect(await say(channels.savePdf, event(), 'sheet-1', '家庭财务报告.pdf')).toBe('cancelled')
    record.saveDialog = { canceled: false, filePath: join(home, 'a.pdf') }
    expect(await say(channels.savePdf, event(), 'sheet-1', '家庭财务报告.pdf')).toBe('saved')
    expect(readFileSync(join(home, 'a.pdf'), 'utf8')).toBe('%PDF')
  })

  it('asks for a folder in the system’s own dialog, for folders only, and takes no for an answer', async () => {
    expect(await say(channels.folder, event())).toBeNull()
    record.openDialog = { canceled: false, filePaths: ['/mnt/second'] }
    expect(await say(channels.folder, event(), '/etc', { properties: ['openFile'] })).toBe('/mnt/second')
    expect(record.folderQuestions).toEqual([
      { properties: ['openDirectory', 'createDirectory'] },
      { properties: ['openDirectory', 'createDirectory'] },
    ])
  })

  it('comes to the front at a second start, and looks at nothing that start said', () => {
    const said = window()?.calls.length ?? 0
    const shown = () => (window()?.names() ?? []).slice(said)
    app.emit('second-instance', {}, ['zhiyin', '--js-flags=--x', 'x'.repeat(100_000)], '/tmp', {
      __proto__: null,
    })
    expect(shown()).toEqual(['show', 'focus'])
    const minimized = window()
    if (minimized) minimized.minimized = true
    app.emit('second-instance', {}, 7, null, 'anything')
    expect(shown()).toEqual(['show', 'focus', 'restore', 'show', 'focus'])
    expect(record.windows.filter(({ loaded }) => loaded === 'app://app/')).toHaveLength(1)
  })

  it('remembers its place and its zoom, nothing of its content', () => {
    window()?.emit('close')
    let isStopped = false
    const press = { type: 'keyDown', key: '+', control: true, meta: false }
    contents()?.emit('before-input-event', { preventDefault: () => (isStopped = true) }, press)
    expect(isStopped).toBe(true)
    contents()?.emit('zoom-changed', {}, 'in')
    expect(
      contents()
        ?.calls.filter(({ name }) => name === 'setZoomFactor')
        .map(({ words }) => words[0]),
    ).toEqual([1.1, 1.25])
    expect(record.settings).toEqual({
      lastPrinter: 'hp-2',
      window: { x: 5, y: 6, width: 1200, height: 700, maximized: false },
      zoom: 1.25,
    })
  })

  it('refuses a window that says its verbs faster than a hand, except to lock', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () =>
        say(channels.printers, event()).then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    )
    expect(answers.filter((answer) => answer === 'refused').length).toBeGreaterThan(9)
    await expect(say(channels.lock, event())).resolves.toBeUndefined()
  })

  it('gives a dead window a fresh document, and locks first', async () => {
    const before = loads()
    contents()?.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    await new Promise((wake) => setTimeout(wake, 20))
    expect(loads()).toBe(before)
    // Nobody was signed in, so the desk stays and only the document is new.
    contents()?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 })
    await vi.waitFor(() => expect(loads()).toBe(before + 1))
    expect(record.desks).toHaveLength(1)
  })

  it('asks once whether to open a window again that does not answer', async () => {
    window()?.emit('unresponsive')
    window()?.emit('unresponsive')
    await new Promise((wake) => setTimeout(wake, 5))
    expect(record.questions).toMatchObject([
      { message: '窗口没有反应', buttons: ['再等等', '重新打开'], cancelId: 0 },
    ])
    expect(contents()?.names()).not.toContain('forcefullyCrashRenderer')
    record.answer = 1
    window()?.emit('unresponsive')
    // It answered while the question stood: the question goes, and nothing is thrown away.
    window()?.emit('responsive')
    await new Promise((wake) => setTimeout(wake, 5))
    expect(contents()?.names()).not.toContain('forcefullyCrashRenderer')
    window()?.emit('unresponsive')
    await vi.waitFor(() => expect(contents()?.names()).toContain('forcefullyCrashRenderer'))
  })

  it('starts a fresh desk and shows a fresh document when the desk was killed', async () => {
    const before = loads()
    record.desks[0]?.process.emit('exit', 137)
    await vi.waitFor(() => expect(record.desks).toHaveLength(2))
    expect(loads()).toBe(before + 1)
    // No way back to what was on the screen.
    await vi.waitFor(() => expect(contents()?.names().at(-1)).toBe('forgetHistory'))
    expect(record.sessions.get('zhiyin')?.calls.at(-1)).toEqual({ name: 'clearData', words: [] })
  })

  it('lets a window that dies at work lock its desk, and brings the document of the fresh one', async () => {
    const desk = record.desks.at(-1)?.process
    const before = loads()
    answerAs(desk, () => {
      setTimeout(() => desk?.emit('exit', 0), 10)
      return {}
    })
    contents()?.emit('render-process-gone', {}, { reason: 'oom', exitCode: 9 })
    await vi.waitFor(() => expect(record.desks).toHaveLength(3))
    expect(loads()).toBe(before + 1)
  })

  it('locks when the system says that its user left', async () => {
    let locks = 0
    answerAs(record.desks.at(-1)?.process, () => {
      locks += 1
      return {}
    })
    for (const sign of ['lock-screen', 'suspend', 'resume', 'user-did-resign-active']) record.power.emit(sign)
    await vi.waitFor(() => expect(locks).toBe(4))
  })

  it('lets a desk that is already locking finish before it quits, and starts no further one', async () => {
    const desk = record.desks.at(-1)?.process
    window()?.emit('query-session-end')
    app.emit('window-all-closed')
    let isStopped = false
    app.emit('will-quit', { preventDefault: () => (isStopped = true) })
    expect(isStopped).toBe(true)
    // The desk says `locked` to a second lock; what it still does – backup, last audit line – takes its time.
    await new Promise((wake) => setTimeout(wake, 50))
    expect(desk?.calls.filter(({ words }) => words[0] === endMessage)).toHaveLength(1)
    expect(desk?.names()).not.toContain('kill')
    expect(app.calls.at(-1)?.name).not.toBe('quit')
    desk?.emit('exit', 0)
    await vi.waitFor(() => expect(app.calls.at(-1)?.name).toBe('quit'))
    expect(record.desks).toHaveLength(3)
    isStopped = false
    app.emit('will-quit', { preventDefault: () => (isStopped = true) })
    expect(isStopped).toBe(false)
  })
})
