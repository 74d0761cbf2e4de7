import type { BrowserWindow } from 'electron/main'
import { appAddress } from './address.ts'

/**
 * The app's first address once more, without the place that stood in the old one, and with no way back to it. A page
 * can't do that itself: every move of its own is stopped.
 */
export const showFreshDocument = async (window: BrowserWindow): Promise<void> => {
  if (window.isDestroyed()) return
  // A newer load ends an older one; the newer one counts.
  await window.loadURL(appAddress).catch(() => undefined)
  if (!window.isDestroyed()) window.webContents.navigationHistory.clear()
}
