import type { Session } from 'electron/main'
import { describe, expect, it } from 'vitest'
import { printWindowOptions, windowOptions } from '../../../electron/shell/window.ts'
import { FakeSession } from '../../support/fake-electron.ts'

const session = new FakeSession() as unknown as Session
const parts = { session, preload: '/app/preload.cjs', isPackaged: true, bounds: null }

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
  it('is made with exactly these preferences', () => {
    expect(windowOptions(parts).webPreferences).toEqual({ ...closed, preload: '/app/preload.cjs' })
  })

  it('has developer tools only outside the packed app', () => {
    expect(windowOptions({ ...parts, isPackaged: false }).webPreferences?.devTools).toBe(true)
  })

  it('opens where it was closed, under the name that says nothing', () => {
    const bounds = { x: 10, y: 20, width: 1280, height: 800 }
    expect(windowOptions({ ...parts, bounds })).toMatchObject({ ...bounds, title: '知音', show: false })
  })
})

describe('the window a sheet is printed from', () => {
  it('is never shown and runs nothing', () => {
    const options = printWindowOptions(session)
    expect(options.show).toBe(false)
    expect(options.webPreferences).toEqual({ ...closed, javascript: false })
  })
})
