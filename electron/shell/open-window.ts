import { BrowserWindow, screen, type Session } from 'electron/main'
import type { Settings } from '../settings/settings.ts'
import { boundsOnScreen, rememberBounds } from './place-on-screen.ts'
import { windowOptions } from './window.ts'
import { zoomByKeys } from './zoom.ts'

export type OpenParts = {
  readonly session: Session
  readonly preload: string
  readonly isPackaged: boolean
  readonly allowCapture: boolean
  readonly settings: Settings
}

/** The window where and as large as it was closed, under a name that no page can change. Nothing is loaded yet. */
export const openWindow = ({ settings, allowCapture, ...parts }: OpenParts): BrowserWindow => {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const bounds = boundsOnScreen(settings.get('window'), screens)
  const window = new BrowserWindow(windowOptions({ ...parts, zoom: settings.get('zoom'), bounds }))
  window.setContentProtection(!allowCapture)
  window.on('page-title-updated', (event) => event.preventDefault())
  if (bounds?.maximized === true) window.maximize()
  rememberBounds(window, settings)
  zoomByKeys(window, settings)
  window.once('ready-to-show', () => window.show())
  return window
}
