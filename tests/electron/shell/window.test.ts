import type { Rectangle, Session } from 'electron/main'
import { describe, expect, it } from 'vitest'
import { menuTemplate } from '../../../electron/shell/menu.ts'
import { boundsOnScreen } from '../../../electron/shell/place-on-screen.ts'
import { printWindowOptions, windowOptions } from '../../../electron/shell/window.ts'
import { zoomAfter } from '../../../electron/shell/zoom.ts'
import { FakeSession } from '../../support/fake-electron.ts'

const session = new FakeSession() as unknown as Session
const parts = { session, preload: '/app/preload.cjs', isPackaged: true, zoom: 1.25, bounds: null }

/** Every row of the required settings (check S01). What must stay unset is not here and may not be there. */
const closed = {
  session,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  devTools: false,
  webviewTag: false,
  plugins: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
  autoplayPolicy: 'document-user-activation-required',
  webgl: false,
  disableDialogs: true,
  enableWebSQL: false,
  backgroundThrottling: true,
}

describe('the window of the app', () => {
  it('is made with exactly these options', () => {
    expect(windowOptions(parts)).toEqual({
      width: 1366,
      height: 768,
      minWidth: 1024,
      minHeight: 640,
      show: false,
      title: '知音',
      backgroundColor: '#f6f7f9',
      autoHideMenuBar: true,
      webPreferences: { ...closed, preload: '/app/preload.cjs', zoomFactor: 1.25 },
    })
  })

  it('has developer tools only outside the packed app', () => {
    expect(windowOptions({ ...parts, isPackaged: false }).webPreferences?.devTools).toBe(true)
  })

  it('opens where it was closed', () => {
    const bounds = { x: 10, y: 20, width: 1280, height: 800 }
    expect(windowOptions({ ...parts, bounds })).toMatchObject(bounds)
  })

  it('forgets a place that no screen shows any more', () => {
    const bounds = { x: 2000, y: 20, width: 1280, height: 700, maximized: false }
    const laptop: Rectangle = { x: 0, y: 0, width: 1366, height: 728 }
    const beside: Rectangle = { x: 1366, y: 0, width: 1920, height: 1080 }
    expect(boundsOnScreen(bounds, [laptop])).toBeNull()
    expect(boundsOnScreen(bounds, [laptop, beside])).toEqual(bounds)
    expect(boundsOnScreen(null, [laptop])).toBeNull()
  })
})

describe('the window a sheet is printed from', () => {
  it('is made with exactly these options: never shown, no script, no preload', () => {
    expect(printWindowOptions(session)).toEqual({
      width: 794,
      height: 1123,
      show: false,
      webPreferences: { ...closed, javascript: false },
    })
  })
})

describe('the zoom', () => {
  const press = (key: string, control = true) => ({ type: 'keyDown', key, control, meta: false })

  it('goes up and down in steps and back to one, within its bounds', () => {
    expect([zoomAfter(1, press('+')), zoomAfter(1, press('=')), zoomAfter(1.3, press('-'))]).toEqual([
      1.1, 1.1, 1.25,
    ])
    expect([zoomAfter(3, press('+')), zoomAfter(0.5, press('-')), zoomAfter(2, press('0'))]).toEqual([
      3, 0.5, 1,
    ])
  })

  it('leaves every other key to the page', () => {
    for (const key of ['r', 'i', 'a', 'k', 'F5']) expect(zoomAfter(1, press(key))).toBeNull()
    expect(zoomAfter(1, press('+', false))).toBeNull()
    expect(zoomAfter(1, { ...press('+'), type: 'keyUp' })).toBeNull()
  })
})

describe('the menu', () => {
  it('is there on macOS only, where copy and paste hang on it', () => {
    expect([menuTemplate('win32'), menuTemplate('linux')]).toEqual([null, null])
    expect(menuTemplate('darwin')).toEqual([
      {
        role: 'appMenu',
        submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'hide' }, { role: 'quit' }],
      },
      {
        role: 'editMenu',
        submenu: [{ role: 'undo' }, { role: 'redo' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }],
      },
    ])
  })

  it('has no reload and no developer tools anywhere', () => {
    expect(JSON.stringify(menuTemplate('darwin'))).not.toMatch(/reload|devtools/i)
  })
})
