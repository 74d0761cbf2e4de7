import type { BrowserWindow, Rectangle } from 'electron/main'
import type { Settings, SettingsValues } from '../settings/settings.ts'

type Bounds = NonNullable<SettingsValues['window']>

const visible = 100

/** Where the window was closed, if enough of it would be seen: a screen may have been unplugged since. */
export const boundsOnScreen = (bounds: Bounds | null, screens: readonly Rectangle[]): Bounds | null => {
  if (bounds === null) return null
  const shows = ({ x, y, width, height }: Rectangle): boolean =>
    bounds.x + bounds.width - visible >= x &&
    bounds.x + visible <= x + width &&
    bounds.y >= y &&
    bounds.y + visible <= y + height
  return screens.some(shows) ? bounds : null
}

/** Written once, when the window closes: it names no client and no place of the app. */
export const rememberBounds = (window: BrowserWindow, settings: Settings): void => {
  window.on('close', () =>
    settings.set('window', { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  )
}
