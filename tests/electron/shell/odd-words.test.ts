import type { BrowserWindow, IpcMain } from 'electron/main'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { answerVerbs } from '../../../electron/shell/answer-verbs.ts'
import { channels } from '../../../electron/shell/verbs.ts'
import { FakeContents } from '../../support/fake-electron.ts'

vi.mock('electron/main', async () => (await import('../../support/fake-electron.ts')).fakeMain)

describe('words that no page of ours says', () => {
  const handlers = new Map<string, (...words: unknown[]) => unknown>()
  const ran: string[] = []
  const noted = (name: string) => () => {
    ran.push(name)
    return Promise.resolve('failed' as const)
  }
  const contents = new FakeContents()
  const event = { sender: contents, senderFrame: contents.mainFrame }
  beforeEach(() => {
    handlers.clear()
    ran.length = 0
    let now = 0
    answerVerbs(
      { handle: (name: string, verb: never) => void handlers.set(name, verb) } as unknown as IpcMain,
      {
        window: { webContents: contents } as unknown as BrowserWindow,
        printer: {
          canPdf: () => Promise.resolve(true),
          printers: () => Promise.resolve([]),
          pdf: () => Promise.reject(new Error('printed')),
          paper: noted('paper'),
        },
        lock: () => undefined,
        monotonic: () => (now += 1_000_000),
      },
    )
  })

  it('run nothing, whatever they are: numbers, objects with a prototype, endless text, nothing', async () => {
    const taking = [channels.print, channels.pdf, channels.savePdf, channels.save]
    const word = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withTypedArray: true }),
      fc.constantFrom(
        '../../etc/passwd',
        '..',
        'a/b',
        'C:\\x',
        '\u0000',
        'a'.repeat(200_000),
        JSON.parse('{"__proto__":1}'),
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...taking),
        fc.array(word, { maxLength: 4 }),
        async (channel, words) => {
          const job = words[0]
          fc.pre(!(typeof job === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(job)))
          fc.pre(!(words[1] instanceof ArrayBuffer))
          await expect(async () => handlers.get(channel)?.(event, ...words)).rejects.toThrow('refused')
        },
      ),
      { numRuns: 2_000 },
    )
    expect(ran).toEqual([])
  })

  it('are refused too when they are a hundred megabytes', async () => {
    const huge = new ArrayBuffer(100 * 1024 * 1024)
    await expect(async () => handlers.get(channels.save)?.(event, 'a.pdf', huge)).rejects.toThrow('refused')
  })
})

it('the built preload takes Electron’s two parts and nothing else', () => {
  const bundle = readFileSync('dist/shell/preload.cjs', 'utf8')
  const taken = [...bundle.matchAll(/\brequire\((["'`])([^"'`]+)\1\)/g)].map(([, , name]) => name)
  expect([...new Set(taken)]).toEqual(['electron/renderer'])
  expect(bundle).not.toMatch(/\beval\(|new Function|process\.|exposeInMainWorld\([^)]*ipcRenderer/)
})
