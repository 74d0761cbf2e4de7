import type { BrowserWindowConstructorOptions, Rectangle, Session, WebPreferences } from 'electron/main'

// Every option is written out, also where Electron's default agrees: a default may change under us.

export type WindowParts = {
  readonly session: Session
  readonly preload: string
  readonly isPackaged: boolean
  readonly zoom: number
  readonly bounds: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  } | null
}

const pagePreferences = (session: Session, isPackaged: boolean): WebPreferences => ({
  session,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  devTools: !isPackaged,
  webviewTag: false,
  plugins: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  // The dictionary would be fetched from the network.
  spellcheck: false,
  safeDialogs: true,
  autoplayPolicy: 'document-user-activation-required',
  webgl: false,
  disableDialogs: true,
  enableWebSQL: false,
  backgroundThrottling: true,
})

const placeOf = (bounds: WindowParts['bounds']): Partial<Rectangle> =>
  bounds === null ? {} : { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height }

export const windowOptions = (parts: WindowParts): BrowserWindowConstructorOptions => ({
  width: 1366,
  height: 768,
  ...placeOf(parts.bounds),
  minWidth: 1024,
  minHeight: 640,
  show: false,
  title: '知音',
  backgroundColor: '#f6f7f9',
  autoHideMenuBar: true,
  webPreferences: {
    ...pagePreferences(parts.session, parts.isPackaged),
    preload: parts.preload,
    zoomFactor: parts.zoom,
  },
})

/** The sheet's window: never shown, no script, no preload, no developer tools. */
export const printWindowOptions = (session: Session): BrowserWindowConstructorOptions => ({
  width: 794,
  height: 1123,
  show: false,
  webPreferences: { ...pagePreferences(session, true), javascript: false },
})
