import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'

// Stands in for the package: it remembers what the shell asked of Electron, so that a test can look.

type Calls = { readonly name: string; readonly words: readonly unknown[] }[]

export class FakeContents extends EventEmitter {
  readonly calls: Calls = []
  readonly mainFrame = { url: 'app://app/' }
  openHandler: ((details: unknown) => unknown) | null = null
  printed: [boolean, string] = [true, '']
  setWindowOpenHandler(handler: (details: unknown) => unknown): void {
    this.openHandler = handler
  }
  postMessage(...words: unknown[]): void {
    this.calls.push({ name: 'postMessage', words })
  }
  reloadIgnoringCache(): void {
    this.calls.push({ name: 'reload', words: [] })
  }
  printToPDF(...words: unknown[]): Promise<Buffer> {
    this.calls.push({ name: 'printToPDF', words })
    return Promise.resolve(Buffer.from('%PDF'))
  }
  print(options: unknown, done: (isDone: boolean, reason: string) => void): void {
    this.calls.push({ name: 'print', words: [options] })
    done(...this.printed)
  }
}

export class FakeSession {
  readonly set = new Map<string, (...words: unknown[]) => unknown>()
  readonly calls: Calls = []
  readonly events = new EventEmitter()
  readonly webRequest = {
    onBeforeRequest: (handler: (...words: unknown[]) => unknown) => void this.set.set('request', handler),
  }
  readonly protocol = {
    handle: (scheme: string, handler: (...words: unknown[]) => unknown) =>
      void this.set.set(`protocol ${scheme}`, handler),
  }
  on(name: string, listener: (...words: unknown[]) => void): void {
    this.events.on(name, listener)
  }
  setPermissionRequestHandler(handler: (...words: unknown[]) => unknown): void {
    this.set.set('permission request', handler)
  }
  setPermissionCheckHandler(handler: (...words: unknown[]) => unknown): void {
    this.set.set('permission check', handler)
  }
  setDevicePermissionHandler(handler: (...words: unknown[]) => unknown): void {
    this.set.set('device', handler)
  }
  setDisplayMediaRequestHandler(handler: null): void {
    this.calls.push({ name: 'displayMedia', words: [handler] })
  }
  setSpellCheckerEnabled(isOn: boolean): void {
    this.calls.push({ name: 'spellChecker', words: [isOn] })
  }
  setProxy(config: unknown): Promise<void> {
    this.calls.push({ name: 'proxy', words: [config] })
    return Promise.resolve()
  }
}

class FakeDeskProcess extends EventEmitter {
  readonly calls: Calls = []
  kill(): void {
    this.calls.push({ name: 'kill', words: [] })
    this.emit('exit', 0)
  }
  postMessage(...words: unknown[]): void {
    this.calls.push({ name: 'postMessage', words })
  }
}

class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly options: unknown
  shown = false
  destroyed = false
  loaded: string | null = null
  constructor(options: unknown) {
    super()
    this.options = options
    record.windows.push(this)
    record.app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL(url: string): Promise<void> {
    this.loaded = url
    return Promise.resolve()
  }
  show(): void {
    this.shown = true
  }
  destroy(): void {
    this.destroyed = true
  }
}

class FakeApp extends EventEmitter {
  readonly calls: Calls = []
  readonly isPackaged = true
  isFirst = true
  setPath(...words: unknown[]): void {
    this.calls.push({ name: 'setPath', words })
  }
  enableSandbox(): void {
    this.calls.push({ name: 'enableSandbox', words: [] })
  }
  requestSingleInstanceLock(): boolean {
    this.calls.push({ name: 'requestSingleInstanceLock', words: [] })
    return this.isFirst
  }
  exit(code: number): void {
    this.calls.push({ name: 'exit', words: [code] })
  }
  quit(): void {
    this.calls.push({ name: 'quit', words: [] })
  }
  whenReady(): Promise<void> {
    this.calls.push({ name: 'whenReady', words: [] })
    return Promise.resolve()
  }
}

const emptyRecord = () => ({
  app: new FakeApp(),
  windows: [] as FakeWindow[],
  sessions: new Map<string, FakeSession>(),
  handlers: new Map<string, (...words: unknown[]) => unknown>(),
  power: new EventEmitter(),
  schemes: [] as unknown[],
  menus: [] as unknown[],
  desks: [] as {
    readonly entry: string
    readonly args: unknown
    readonly options: unknown
    readonly process: FakeDeskProcess
  }[],
  saveDialog: { canceled: true, filePath: '' },
})

export const record = emptyRecord()

/** The module `electron/main` as the shell imports it. */
export const fakeMain = {
  app: record.app,
  BrowserWindow: FakeWindow,
  ipcMain: {
    handle: (channel: string, handler: (...words: unknown[]) => unknown) =>
      void record.handlers.set(channel, handler),
  },
  powerMonitor: record.power,
  protocol: { registerSchemesAsPrivileged: (schemes: unknown[]) => void record.schemes.push(...schemes) },
  session: {
    fromPartition: (name: string) => {
      const made = record.sessions.get(name) ?? new FakeSession()
      record.sessions.set(name, made)
      return made
    },
  },
  Menu: {
    setApplicationMenu: (menu: unknown) => void record.menus.push(menu),
    buildFromTemplate: (from: unknown) => from,
  },
  dialog: { showSaveDialog: () => Promise.resolve(record.saveDialog) },
  utilityProcess: {
    fork: (entry: string, args: unknown, options: unknown) => {
      const process = new FakeDeskProcess()
      record.desks.push({ entry, args, options, process })
      return process
    },
  },
  MessageChannelMain: class {
    readonly port1
    readonly port2
    constructor() {
      const { port1, port2 } = new MessageChannel()
      port1.unref()
      port2.unref()
      this.port1 = port1
      this.port2 = port2
    }
  },
}
