import type { IpcMain, WebContents } from 'electron/main'
import { channels } from './verbs.ts'
import { isFromWindow } from './sender.ts'
import type { ShellDesk } from './desk.ts'

/** Hands each document one port of the desk; it ends with the document. A second request of the same one gets nothing. */
export const offerDesk = (
  ipc: IpcMain,
  contents: WebContents,
  desk: Pick<ShellDesk, 'openPort' | 'closePort'>,
): void => {
  let isConnected = false
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return
    isConnected = false
    desk.closePort()
  })
  ipc.handle(channels.connect, (event) => {
    if (!isFromWindow(event, contents) || isConnected) throw new Error('refused')
    isConnected = true
    contents.postMessage(channels.port, null, [desk.openPort()])
  })
}
