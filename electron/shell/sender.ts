import type { WebContents, WebFrameMain } from 'electron/main'
import { isAppAddress } from './address.ts'

type Sent = { readonly sender: WebContents; readonly senderFrame: WebFrameMain | null }

/** A verb counts only when our own window's top document says it, and is still there. */
export const isFromWindow = (event: Sent, contents: WebContents | null): boolean => {
  const frame = event.senderFrame
  if (contents === null || event.sender !== contents || contents.isDestroyed()) return false
  // A frame that is gone throws at every question but this one.
  if (frame === null || frame.isDestroyed() || frame.detached) return false
  return frame === contents.mainFrame && isAppAddress(frame.url)
}
