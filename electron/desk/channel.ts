/** What the message-port adapter needs of a port; the fork channel is dressed up as one. */
export type PortLike = {
  readonly addEventListener: (kind: string, listener: (event: { data: unknown }) => void) => void
  readonly postMessage: (data: unknown) => void
  readonly start: () => void
}

// Both ends have this shape: the child as its parent sees it, and `process` inside the child.
type End = {
  readonly connected: boolean
  readonly on: (event: 'message' | 'disconnect', listener: (data: unknown) => void) => unknown
  readonly send?: ((message: never, callback: (error: Error | null) => void) => boolean) | undefined
}

const sizeLimit = 1024 * 1024

const sizeOf = (data: unknown): number =>
  typeof data === 'string' ? data.length : data instanceof Uint8Array ? data.byteLength : Infinity

/**
 * One end of a fork channel (`child` in the host, `process` in the desk) as a port.
 * A late call must not crash the parent: `connected` is checked and `send` gets a callback.
 */
export const portOver = (end: End): PortLike => ({
  addEventListener: (kind, listener) => {
    if (kind === 'message')
      end.on('message', (data: unknown) => {
        if (sizeOf(data) <= sizeLimit) listener({ data })
      })
    else if (kind === 'close') end.on('disconnect', () => listener({ data: null }))
  },
  postMessage: (data) => {
    if (end.connected && end.send) end.send(data as never, () => undefined)
  },
  start: () => undefined,
})
