import type { WebContents, WebFrameMain } from 'electron/main'
import { isAppAddress } from './address.ts'

type Sent = { readonly sender: WebContents; readonly senderFrame: WebFrameMain | null }

/** A verb counts only when our own window's top document says it. */
export const isFromWindow = (event: Sent, contents: WebContents | null): boolean => {
  const frame = event.senderFrame
  if (contents === null || event.sender !== contents || frame === null) return false
  return frame === contents.mainFrame && isAppAddress(frame.url)
}
