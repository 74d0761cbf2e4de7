import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'

// Stands in for the package: it remembers what the shell asked of Electron, so that a test can look. What it does not
// know it remembers too: a call that nobody expected is in the list, not lost.

type Call = { readonly name: string; readonly words: readonly unknown[] }
type Calls = Call[]

const noted =
  (calls: Calls, name: string) =>
  (...words: unknown[]) =>
    void calls.push({ name, words })

/** The same object; a member it does not have is a call to be remembered. */
const recording = <T extends { readonly calls: Calls }>(made: T): T =>
  new Proxy(made, {
    get: (target, name): unknown => {
      if (name in target || typeof name === 'symbol' || name === 'then')
        return Reflect.get(target, name) as unknown
      return noted(target.calls, name)
    },
  })

class Recorder extends EventEmitter {
  readonly calls: Calls = []
  constructor() {
    super()
    return recording(this)
  }
  names(): readonly string[] {
    return this.calls.map(({ name }) => name)
  }
}

export class FakeContents extends Recorder {
  readonly mainFrame = { url: 'app://app/', detached: false, isDestroyed: () => false }
  readonly navigationHistory = { clear: noted(this.calls, 'forgetHistory') }
  openHandler: ((details: unknown) => unknown) | null = null
  printed: [boolean, string] = [true, '']
  printers: readonly unknown[] = [
    { name: 'hp-1', displayName: '柜台打印机', description: '', options: {} },
    { name: 'hp-2', displayName: '', description: '', options: {} },
  ]
  destroyed = false
  isDestroyed(): boolean {
    return this.destroyed
  }
  setWindowOpenHandler(handler: (details: unknown) => unknown): void {
    this.openHandler = handler
  }
  printToPDF(...words: unknown[]): Promise<Buffer> {
    this.calls.push({ name: 'printToPDF', words })
    return Promise.resolve(Buffer.from('%PDF'))
  }
  print(options: unknown, done: (isDone: boolean, reason: string) => void): void {
    this.calls.push({ name: 'print', words: [options] })
    done(...record.printed)
  }
  getPrintersAsync(): Promise<readonly unknown[]> {
    return Promise.resolve(this.printers)
  }
}

export class FakeSession extends Recorder {
  readonly set = new Map<string, (...words: unknown[]) => unknown>()
  readonly webRequest = {
    onBeforeRequest: (handler: (...words: unknown[]) => unknown) => void this.set.set('request', handler),
  }
  readonly protocol = {
    handle: (scheme: string, handler: (...words: unknown[]) => unknown) =>
      void this.set.set(`protocol ${scheme}`, handler),
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
  setProxy(...words: unknown[]): Promise<void> {
    this.calls.push({ name: 'setProxy', words })
    return Promise.resolve()
  }
  clearData(...words: unknown[]): Promise<void> {
    this.calls.push({ name: 'clearData', words })
    return Promise.resolve()
  }
}

class FakeDeskProcess extends Recorder {
  kill(): void {
    this.calls.push({ name: 'kill', words: [] })
    this.emit('exit', 0)
  }
}

class FakeWindow extends Recorder {
  readonly webContents = new FakeContents()
  readonly options: unknown
  minimized = false
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
    this.calls.push({ name: 'loadURL', words: [url] })
    return Promise.resolve()
  }
  destroy(): void {
    this.destroyed = true
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  isMinimized(): boolean {
    return this.minimized
  }
  isMaximized(): boolean {
    return false
  }
  getNormalBounds(): unknown {
    return { x: 5, y: 6, width: 1200, height: 700 }
  }
}

class FakeApp extends Recorder {
  isPackaged = false
  isFirst = true
  requestSingleInstanceLock(...words: unknown[]): boolean {
    this.calls.push({ name: 'requestSingleInstanceLock', words })
    return this.isFirst
  }
  whenReady(): Promise<void> {
    this.calls.push({ name: 'whenReady', words: [] })
    return Promise.resolve()
  }
}

/** What the system says of its user. */
export class FakePower extends EventEmitter {
  state = 'active'
  idleSeconds = 0
  getSystemIdleState(_threshold: number): string {
    return this.state
  }
  getSystemIdleTime(): number {
    return this.idleSeconds
  }
}

/** Stands in for electron-store: the file is not what is looked at here. */
export class FakeStore {
  get(name: string): unknown {
    return record.settings[name]
  }
  set(name: string, value: unknown): void {
    record.settings[name] = value
  }
}

type Forked = {
  readonly entry: string
  readonly args: unknown
  readonly options: unknown
  readonly process: FakeDeskProcess
}

const emptyRecord = () => ({
  app: new FakeApp(),
  windows: [] as FakeWindow[],
  sessions: new Map<string, FakeSession>(),
  handlers: new Map<string, (...words: unknown[]) => unknown>(),
  power: new FakePower(),
  schemes: [] as unknown[],
  menus: [] as unknown[],
  desks: [] as Forked[],
  settings: {} as Record<string, unknown>,
  printed: [true, ''] as [boolean, string],
  saveDialog: { canceled: true, filePath: '' },
  openDialog: { canceled: true, filePaths: [] as string[] },
  folderQuestions: [] as unknown[],
  questions: [] as unknown[],
  answer: 0,
  errors: [] as unknown[],
})

export const record = emptyRecord()

/** The module `electron/main` as the shell imports it: an import that is not here is undefined, and shows. */
export const fakeMain = {
  app: record.app,
  BrowserWindow: FakeWindow,
  ipcMain: {
    handle: (channel: string, handler: (...words: unknown[]) => unknown) =>
      void record.handlers.set(channel, handler),
  },
  powerMonitor: record.power,
  protocol: { registerSchemesAsPrivileged: (schemes: unknown[]) => void record.schemes.push(...schemes) },
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }] },
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
  dialog: {
    showSaveDialog: () => Promise.resolve(record.saveDialog),
    showOpenDialog: (_window: unknown, question: unknown) => {
      record.folderQuestions.push(question)
      return Promise.resolve(record.openDialog)
    },
    showMessageBox: (_window: unknown, question: unknown) => {
      record.questions.push(question)
      return Promise.resolve({ response: record.answer })
    },
    showErrorBox: (...words: unknown[]) => void record.errors.push(words),
  },
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
