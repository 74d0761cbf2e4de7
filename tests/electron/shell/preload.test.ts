import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { channels } from '../../../electron/shell/verbs.ts'

type Verbs = Readonly<Record<string, (...words: unknown[]) => unknown>>

const exposed: { name: string; verbs: Verbs }[] = []
const invoked: unknown[][] = []
const inbox = new EventEmitter()

vi.mock('electron/renderer', () => ({
  contextBridge: { exposeInMainWorld: (name: string, verbs: Verbs) => void exposed.push({ name, verbs }) },
  ipcRenderer: {
    invoke: (...words: unknown[]) => {
      invoked.push(words)
      return Promise.resolve(new ArrayBuffer(4))
    },
    on: (channel: string, listener: (...words: unknown[]) => void) => void inbox.on(channel, listener),
  },
}))

describe('what a page can reach of the shell', () => {
  const posted: unknown[][] = []
  beforeEach(async () => {
    posted.length = 0
    vi.stubGlobal('window', { postMessage: (...words: unknown[]) => void posted.push(words) })
    vi.stubGlobal('location', { protocol: 'app:', host: 'app' })
    await import('../../../electron/shell/preload.ts')
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is one frozen object with exactly these verbs', () => {
    expect(exposed.map(({ name }) => name)).toEqual(['zhiyin'])
    const verbs = exposed[0]?.verbs ?? {}
    expect(Object.keys(verbs).toSorted()).toEqual([
      'chooseFolder',
      'connect',
      'lock',
      'pdf',
      'print',
      'printers',
      'save',
      'savePdf',
    ])
    expect(Object.isFrozen(verbs)).toBe(true)
  })

  it('names no channel and passes nothing on but words and bytes', async () => {
    const verbs = exposed[0]?.verbs ?? {}
    expect(await verbs['connect']?.()).toBeUndefined()
    await verbs['print']?.({ toString: () => 'sheet-1' }, undefined, 'more')
    await verbs['save']?.('a.pdf', new Blob(['x']), 'more')
    const pdf = await verbs['pdf']?.('sheet-1')
    expect(pdf).toBeInstanceOf(Blob)
    expect(invoked.slice(-4).map(([channel]) => channel)).toEqual([
      channels.connect,
      channels.print,
      channels.save,
      channels.pdf,
    ])
    expect(invoked.find(([channel]) => channel === channels.print)).toEqual([channels.print, 'sheet-1', null])
    await verbs['print']?.('sheet-1', { toString: () => 'hp-1' })
    expect(invoked.at(-1)).toEqual([channels.print, 'sheet-1', 'hp-1'])
    expect(invoked.find(([channel]) => channel === channels.save)?.[2]).toBeInstanceOf(ArrayBuffer)
  })

  it('hands the port to our own page only, without the event it came with', () => {
    inbox.emit(channels.port, { ports: ['the port'], sender: 'secret' })
    expect(posted).toEqual([[channels.port, 'app://app', ['the port']]])
    vi.stubGlobal('location', { protocol: 'https:', host: 'bank.example' })
    inbox.emit(channels.port, { ports: ['the port'] })
    expect(posted).toHaveLength(1)
  })
})
