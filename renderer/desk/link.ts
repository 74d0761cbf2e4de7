import type { ClientLink } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { DeskFailure, failureOf } from './desk-failure.ts'
import { deadlineOf, metaOf } from './deadline.ts'

type Context = Record<never, never>
type Link = ClientLink<Context>

const portMessage = 'zhiyin:port'

const portLink = (): Link => {
  const shell = window.zhiyin
  if (!shell) throw new Error('no shell here')
  // The port can't come through the bridge: the preload posts it to this window once it has been asked for.
  const port = new Promise<MessagePort>((resolve) => {
    const take = (event: MessageEvent): void => {
      const [received] = event.ports
      if (event.source !== window || event.data !== portMessage || !received) return
      window.removeEventListener('message', take)
      resolve(received)
    }
    window.addEventListener('message', take)
  })
  const link = shell.connect().then(async () => {
    const received = await port
    const made = new PortLink({ port: received })
    received.start()
    return made
  })
  return { call: async (path, input, options) => (await link).call(path, input, options) }
}

/** Under Electron one port of the shell; in the preview the loopback host. Same contract, same answers. */
const transport = (): Link => (window.zhiyin ? portLink() : new FetchLink({ url: `${location.origin}/rpc` }))

const withKey = (path: readonly string[], input: unknown): unknown => {
  if (metaOf(path).kind !== 'write' || typeof input !== 'object' || input === null) return input
  return 'requestKey' in input ? input : { ...input, requestKey: crypto.randomUUID() }
}

const askMs = 5000

// The abort told the desk to drop a write that still waits, so its answer here is final.
const isDone = async (link: Link, requestKey: string): Promise<boolean> => {
  try {
    const signal = AbortSignal.timeout(askMs)
    const answer = await link.call(['request', 'outcome'], { requestKey }, { context: {}, signal })
    return (answer as { done: boolean }).done
  } catch {
    return false
  }
}

/** Every call gets a deadline, every write a key; after a deadline a write is asked for before it counts as lost. */
export const createLink = (): Link => {
  const inner = transport()
  return {
    call: async (path, input, options) => {
      const keyed = withKey(path, input)
      const deadline = AbortSignal.timeout(deadlineOf(path))
      const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline
      try {
        return await inner.call(path, keyed, { ...options, signal })
      } catch (error) {
        const failure = deadline.aborted ? ({ code: 'timeout' } as const) : failureOf(error)
        const key = (keyed as { requestKey?: string } | undefined)?.requestKey
        // The row of the first try answers the second one: nothing is done twice.
        if (failure.code === 'timeout' && key !== undefined && (await isDone(inner, key)))
          return inner.call(path, keyed, { ...options, signal: AbortSignal.timeout(5000) })
        throw new DeskFailure(failure)
      }
    },
  }
}
