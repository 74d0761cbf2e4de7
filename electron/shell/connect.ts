import type { IpcMain, WebContents } from 'electron/main'
import { channels } from './verbs.ts'
import { isFromWindow } from './sender.ts'
import type { ShellDesk } from './desk.ts'

/** Hands each document one port of the desk. A second request of the same document gets nothing. */
export const offerDesk = (ipc: IpcMain, contents: WebContents, desk: Pick<ShellDesk, 'openPort'>): void => {
  let isConnected = false
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) isConnected = false
  })
  ipc.handle(channels.connect, (event) => {
    if (!isFromWindow(event, contents) || isConnected) throw new Error('refused')
    isConnected = true
    contents.postMessage(channels.port, null, [desk.openPort()])
  })
}
