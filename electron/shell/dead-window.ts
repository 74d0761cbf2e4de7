import { dialog, type BrowserWindow } from 'electron/main'
import type { zhCN } from '../../shared/text/index.ts'
import { showFreshDocument } from './fresh-document.ts'
import { stormWatch } from './storm.ts'

export type WindowLifeParts = {
  readonly window: BrowserWindow
  readonly text: () => (typeof zhCN)['shell']
  /** True when the desk held keys and is ending: the fresh desk then brings a fresh document. */
  readonly lock: () => Promise<boolean>
  readonly giveUp: () => void
  readonly monotonic: () => number
}

/**
 * A window that died or hangs takes nothing with it: drafts are on the desk. The desk locks, because whoever sits here
 * now may be somebody else, and the window gets a fresh document.
 */
export const reviveWindow = ({ window, text, lock, giveUp, monotonic }: WindowLifeParts): void => {
  const contents = window.webContents
  const isStorm = stormWatch(monotonic)
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    if (isStorm()) return giveUp()
    void lock().then((isEnding) => {
      if (!isEnding) void showFreshDocument(window)
    })
  })
  let asking: AbortController | null = null
  window.on('responsive', () => asking?.abort())
  window.on('unresponsive', () => {
    if (asking !== null) return
    asking = new AbortController()
    const { title, body, wait, reopen } = text().silent
    const question = { message: title, detail: body, buttons: [wait, reopen], defaultId: 0, cancelId: 0 }
    void dialog.showMessageBox(window, { ...question, signal: asking.signal }).then(({ response }) => {
      const wasAnswered = asking?.signal.aborted === false
      asking = null
      if (wasAnswered && response === 1) contents.forcefullyCrashRenderer()
    })
  })
}
