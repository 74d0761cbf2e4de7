import type { App, BrowserWindow } from 'electron/main'
import type { ShellDesk } from './desk.ts'

/**
 * The app ends after its desk, whichever way it was asked to: last window, menu, log-off. Quitting by menu closes the
 * windows without the word that the last one is gone, so both ways are watched.
 */
export const endAfterDesk = (app: App, desk: Pick<ShellDesk, 'stop'>): (() => void) => {
  let ending: Promise<void> | null = null
  let isEnded = false
  const end = (): void => {
    ending ??= desk.stop().then(() => {
      isEnded = true
      app.quit()
    })
  }
  app.on('window-all-closed', end)
  app.on('will-quit', (event) => {
    if (isEnded) return
    event.preventDefault()
    end()
  })
  return end
}

/** Windows asks each window before it logs off, and tells it when it does. */
export const endAtLogOff = (window: BrowserWindow, end: () => void): void => {
  window.on('query-session-end', end)
  window.on('session-end', end)
}
