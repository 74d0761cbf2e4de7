import { expect, realElectron, startAgain, test, whyNot } from '../support/electron-app.ts'
import { firstMorning, lockScreen, unlockScreen } from '../support/enter.ts'

// What only the real binary can show of the shell. Each test here is listed in docs/decisions/0005.

type Shell = {
  readonly zhiyin: {
    readonly connect: () => Promise<void>
    readonly printers: () => Promise<readonly unknown[]>
  }
}

// Skipped, with the reason in the report, only where the binary is not there; hosted runners have it and run them.
test.beforeEach(() => test.skip(whyNot !== null, `real-electron: ${whyNot}`))
test.setTimeout(180_000)

test('the app starts, makes a vault and opens it again after a lock', realElectron, async ({ window }) => {
  await firstMorning(window)
  await lockScreen(window)
  await unlockScreen(window)
  await expect(window).toHaveTitle('知音')
})

test(
  'the desk’s port reaches our own page once, and the page sees verbs only',
  realElectron,
  async ({ window }) => {
    await firstMorning(window)
    const seen = await window.evaluate(async () => {
      const { zhiyin } = globalThis as unknown as Shell
      const again = await zhiyin.connect().then(
        () => 'a second port',
        () => 'refused',
      )
      const reach = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron']
      return {
        again,
        verbs: Object.keys(zhiyin).toSorted(),
        isFrozen: Object.isFrozen(zhiyin),
        reached: reach.filter((name) => name in globalThis),
        printers: Array.isArray(await zhiyin.printers()),
      }
    })
    expect(seen).toEqual({
      again: 'refused',
      verbs: ['connect', 'lock', 'pdf', 'print', 'printers', 'save', 'savePdf'],
      isFrozen: true,
      reached: [],
      printers: true,
    })
  },
)

test('a reload gets a port of its own, and the desk stays open', realElectron, async ({ window }) => {
  await firstMorning(window)
  await window.reload()
  await expect(window.getByRole('navigation', { name: '主菜单' })).toBeVisible()
})

test('the system’s lock of the screen locks the desk', realElectron, async ({ app, window }) => {
  await firstMorning(window)
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'))
  await expect(window.getByRole('button', { name: '解锁' })).toBeVisible()
})

test(
  'a desk that is killed is replaced, and a dead window comes back locked',
  realElectron,
  async ({ app, window }) => {
    await firstMorning(window)
    await app.evaluate(({ app: electron }) => {
      const desk = electron.getAppMetrics().find(({ name }) => name === 'zhiyin-desk')
      if (desk) process.kill(desk.pid, 'SIGKILL')
    })
    await expect(window.getByRole('button', { name: '解锁' })).toBeVisible()
    await unlockScreen(window)
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )
    await expect(window.getByRole('button', { name: '解锁' })).toBeVisible()
  },
)

test(
  'the page can’t leave its address, open a window or reach a network',
  realElectron,
  async ({ app, window }) => {
    await firstMorning(window)
    const reached = await window.evaluate(async () => {
      const opened = globalThis.open('https://bank.example/')
      const fetched = await fetch('https://bank.example/').then(
        () => 'an answer',
        () => 'nothing',
      )
      location.href = 'https://bank.example/'
      await new Promise((wake) => setTimeout(wake, 500))
      return { opened: opened !== null, fetched, address: location.origin }
    })
    expect(reached).toEqual({ opened: false, fetched: 'nothing', address: 'app://app' })
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  },
)

test(
  'a second start ends with code 3, and one with a foreign switch with code 2',
  realElectron,
  async ({ dataFolder, window }) => {
    await firstMorning(window)
    expect(await startAgain(dataFolder)).toBe(3)
    expect(await startAgain(`${dataFolder}-other`, '--disable-web-security')).toBe(2)
    await expect(window.getByRole('navigation', { name: '主菜单' })).toBeVisible()
  },
)
