import type { Wire } from '../quick/port.ts'

/** What the message-port adapter needs of a port; the fork channel is dressed up as one. */
export type PortLike = {
  readonly addEventListener: (kind: string, listener: (event: { data: unknown }) => void) => void
  readonly postMessage: (data: unknown) => void
  readonly start: () => void
}

/** A port of Electron's main world, as the utility process receives it. */
export type MainPortLike = {
  readonly on: (event: string, listener: (event?: { data: unknown }) => void) => unknown
  readonly postMessage: (data: unknown) => void
  readonly start: () => void
  readonly close: () => void
}

type Received = { readonly data: unknown; readonly ports: readonly MainPortLike[] }
type ParentPort = {
  readonly on: (event: 'message', listener: (message: Received) => void) => unknown
  readonly postMessage: (message: unknown) => void
}

/** The message with which the shell hands over a window's port; anything else on that channel is ignored. */
export const portMessage = 'zhiyin:port'

/** The shell's own port: for print pages and the lock. It is not bounded in its rate and outlives documents. */
export const shellPortMessage = 'zhiyin:shell-port'

/** The document that had the window's port is gone. */
export const closeMessage = 'zhiyin:close-port'

const sizeLimit = 1024 * 1024

const sizeOf = (data: unknown): number =>
  typeof data === 'string' ? Buffer.byteLength(data) : data instanceof Uint8Array ? data.byteLength : Infinity

/** A window's port takes no more in one message than the fork channel does; what is bigger is never decoded. */
export const limitedPort = (port: MainPortLike, limit = sizeLimit): MainPortLike => ({
  on: (event, listener) =>
    port.on(event, (message) => {
      if (event !== 'message' || sizeOf(message?.data) <= limit) listener(message)
    }),
  postMessage: (data) => port.postMessage(data),
  start: () => port.start(),
  close: () => port.close(),
})

/** The shell's last word: its window is gone for good, and the desk is to lock and end, open or not. */
export const endMessage = 'zhiyin:end'

export type PortOwner = 'window' | 'shell'

/**
 * Under Electron: calls back for every port the shell hands over. False where there is no such parent.
 * A window has one port at a time: the next one, or the end of its document, closes the one before.
 */
export const receivePorts = (
  take: (port: MainPortLike, owner: PortOwner) => void,
  end: () => void,
): boolean => {
  const { parentPort } = process as { readonly parentPort?: ParentPort }
  if (!parentPort) return false
  let ofWindow: MainPortLike | null = null
  const closeWindow = (): void => {
    ofWindow?.close()
    ofWindow = null
  }
  parentPort.on('message', ({ data, ports }) => {
    const [port] = ports
    if (data === endMessage) end()
    if (data === closeMessage) closeWindow()
    if (data === shellPortMessage && port) take(limitedPort(port), 'shell')
    if (data === portMessage && port) {
      closeWindow()
      ofWindow = port
      take(limitedPort(port), 'window')
    }
  })
  return true
}

/** The way to whoever started this desk, beside the contract's: the shell, the preview's host, or nobody. */
export const wireToHost = (): Wire | null => {
  const { parentPort } = process as { readonly parentPort?: ParentPort }
  if (parentPort)
    return {
      send: (message) => parentPort.postMessage(message),
      listen: (hear) => parentPort.on('message', ({ data }) => hear(data)),
    }
  if (process.send === undefined) return null
  return {
    send: (message) => {
      if (process.connected) process.send?.(message as never, () => undefined)
    },
    listen: (hear) => void process.on('message', hear),
  }
}

// Both ends have this shape: the child as its parent sees it, and `process` inside the child.
type End = {
  readonly connected: boolean
  readonly on: (event: 'message' | 'disconnect', listener: (data: unknown) => void) => unknown
  readonly send?: ((message: never, callback: (error: Error | null) => void) => boolean) | undefined
}

/**
 * One end of a fork channel (`child` in the host, `process` in the desk) as a port.
 * `limit` bounds what this end takes; the host takes any answer, the desk no request above 1 MiB.
 * A late call must not crash the parent: `connected` is checked and `send` gets a callback.
 */
export const portOver = (end: End, limit = sizeLimit): PortLike => ({
  addEventListener: (kind, listener) => {
    if (kind === 'message')
      end.on('message', (data: unknown) => {
        // Objects are no messages of the contract: they belong to the side channel.
        if (Number.isFinite(sizeOf(data)) && sizeOf(data) <= limit) listener({ data })
      })
    else if (kind === 'close') end.on('disconnect', () => listener({ data: null }))
  },
  postMessage: (data) => {
    if (end.connected && end.send) end.send(data as never, () => undefined)
  },
  start: () => undefined,
})
