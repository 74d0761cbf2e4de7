import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { RPCLink } from '@orpc/client/message-port'
import { ORPCError } from '@orpc/client'
import { portOver } from '../desk/channel.ts'
import { answerQuick } from '../quick/message.ts'
import { createQuickSecrets, type QuickSecrets } from '../quick/secrets.ts'

// The desk as a child process. It ends at every lock and may crash; a fresh one is forked each time.

/** One call on the desk: rejects with DeskStopped when the process ends before it answers. */
export type CallDesk = (path: readonly string[], input: unknown, signal?: AbortSignal) => Promise<unknown>

export type DeskProcess = {
  readonly call: CallDesk
  /** False from the moment the old process ended until the new one has answered for the first time. */
  readonly isUp: () => boolean
  readonly whenUp: (ms: number) => Promise<boolean>
  readonly pid: () => number | undefined
  /** Lets the desk lock and close; ends it hard when it takes longer than its limit. */
  readonly stop: () => Promise<void>
}

export type DeskSource = {
  readonly entry: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** A first call that shows the desk is listening. */
  readonly greet: readonly string[]
}

export class DeskStopped extends Error {}

/** A desk that can't even start must not be forked in a hot loop. */
const restartDelayMs = (life: number): number => (life < 1000 ? 500 : 0)
const hardLimitMs = 40_000

export const startDesk = (source: DeskSource): DeskProcess => {
  // All the host ever remembers of a session; it outlives the desks and ends with the host.
  const secrets = createQuickSecrets({ now: () => Date.now(), monotonic: () => performance.now() })
  let running = forkDesk(source, secrets)
  let stopping = false
  const replace = (born: number): void => {
    if (stopping) return
    setTimeout(
      () => {
        if (stopping) return
        running = forkDesk(source, secrets)
        watch()
      },
      restartDelayMs(Date.now() - born),
    )
  }
  const watch = (): void => {
    const born = Date.now()
    running.child.once('exit', () => replace(born))
  }
  watch()
  const isUp = (): boolean => running.up && running.child.connected
  return {
    call: (path, input, signal) => running.call(path, input, signal),
    isUp,
    whenUp: async (ms) => {
      const end = Date.now() + ms
      while (!isUp() && Date.now() < end) await new Promise((wake) => setTimeout(wake, 20))
      return isUp()
    },
    pid: () => running.child.pid,
    stop: async () => {
      stopping = true
      await endChild(running.child)
    },
  }
}

type Running = { readonly child: ChildProcess; readonly call: CallDesk; up: boolean }

const forkDesk = (source: DeskSource, secrets: QuickSecrets): Running => {
  secrets.sweep()
  const child = fork(source.entry, [...source.args], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: source.env,
    execArgv: [],
  })
  child.on('message', (message) =>
    answerQuick(secrets, message, (reply) => {
      if (child.connected) child.send(reply, () => undefined)
    }),
  )
  type Port = ConstructorParameters<typeof RPCLink>[0]['port']
  const link = new RPCLink({ port: portOver(child, Infinity) as unknown as Port })
  const ended = once(child, 'exit').then(() => Promise.reject(new DeskStopped('the desk has stopped')))
  ended.catch(() => undefined)
  const call: CallDesk = async (path, input, signal) => {
    if (!child.connected) throw new DeskStopped('the desk has stopped')
    const options = signal === undefined ? { context: {} } : { context: {}, signal }
    try {
      return await Promise.race([link.call(path, input, options), ended])
    } catch (error) {
      // A closed channel rejects calls in flight in its own words.
      if (!child.connected && !(error instanceof ORPCError)) throw new DeskStopped('the desk has stopped')
      throw error
    }
  }
  const running: Running = { child, call, up: false }
  // Any answer will do, also a refusal: it shows that somebody listens.
  const arrived = (): void => void (running.up = child.connected)
  call(source.greet, undefined).then(arrived, arrived)
  return running
}

const endChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  const killer = setTimeout(() => child.kill('SIGKILL'), hardLimitMs)
  // Closing the channel tells the desk that its window is gone: it locks, closes and exits.
  if (child.connected) child.disconnect()
  await ended
  clearTimeout(killer)
}
