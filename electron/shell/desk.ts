import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron/main'
import { RPCLink } from '@orpc/client/message-port'
import { closeMessage, endMessage, portMessage, shellPortMessage } from '../desk/channel.ts'
import { answerQuick } from '../quick/message.ts'
import { createQuickSecrets, type QuickSecrets } from '../quick/secrets.ts'
import { deskEnvironment } from '../settings/desk-environment.ts'
import { stormWatch } from './storm.ts'

// The desk as a utility process. It ends at every lock; the shell starts the next one and shows a fresh document.

export type ShellDesk = {
  /** A document's way to the desk's router; it dies with either end, with the next one, and at `closePort`. */
  readonly openPort: () => MessagePortMain
  readonly closePort: () => void
  readonly call: (path: readonly string[], input: unknown) => Promise<unknown>
  /** Resolves with true when the process that held the keys is gone, with false when it held none. */
  readonly lock: () => Promise<boolean>
  /** The last lock: no further desk is started. */
  readonly stop: () => Promise<void>
}

export type DeskParts = {
  readonly entry: string
  readonly dataFolder: string
  /** A desk ended, whatever ended it: what documents left in the session goes before the next one starts. */
  readonly onGone: () => Promise<void>
  /** A desk ended and the next one runs: every window needs a fresh document. */
  readonly onFresh: () => void
  /** The desk ended again and again: a further one would end too. */
  readonly onStorm: () => void
  readonly monotonic: () => number
}

type Running = {
  readonly process: UtilityProcess
  readonly link: RPCLink<Record<never, never>>
  readonly born: number
  /** The exit code; 0 is a lock. */
  readonly ended: Promise<number>
}

const hardLimitMs = 40_000

/** A desk that can't even start must not be started in a hot loop. */
const restartDelayMs = (life: number): number => (life < 1000 ? 500 : 0)

/** A desk that lived longer did its work and was locked or killed; only short lives make a storm. */
const shortLifeMs = 5_000

const openPortTo = (desk: UtilityProcess, message: string): MessagePortMain => {
  const { port1, port2 } = new MessageChannelMain()
  desk.postMessage(message, [port1])
  return port2
}

const startOne = ({ entry, dataFolder, monotonic }: DeskParts, secrets: QuickSecrets): Running => {
  secrets.sweep()
  const desk = utilityProcess.fork(entry, [dataFolder], {
    serviceName: 'zhiyin-desk',
    stdio: 'ignore',
    env: deskEnvironment(process.env),
  })
  const ended = new Promise<number>((resolve) => void desk.once('exit', (code) => resolve(code)))
  desk.on('message', (message: unknown) => answerQuick(secrets, message, (reply) => desk.postMessage(reply)))
  const port = openPortTo(desk, shellPortMessage)
  const link = new RPCLink({ port })
  port.start()
  return { process: desk, link, born: monotonic(), ended }
}

/** Asks the desk to close the vault and end. Without an open vault it refuses, and there is nothing to wait for. */
const lockOne = async ({ process: desk, link, ended }: Running): Promise<boolean> => {
  const killer = setTimeout(() => desk.kill(), hardLimitMs)
  const refused = new Promise<false>((resolve) => {
    link.call(['session', 'lock'], undefined, { context: {} }).catch(() => resolve(false))
  })
  const isGone = await Promise.race([ended.then(() => true), refused])
  clearTimeout(killer)
  return isGone
}

/**
 * The end of the app waits for the end of the process: a lock that is under way answers a second one like a locked
 * desk does, and a kill then would cut its backup and its last audit line. Only the hard limit kills.
 */
const endOne = async ({ process: desk, link, ended }: Running): Promise<void> => {
  const killer = setTimeout(() => desk.kill(), hardLimitMs)
  desk.postMessage(endMessage)
  link.call(['session', 'lock'], undefined, { context: {} }).catch(() => undefined)
  await ended
  clearTimeout(killer)
}

export const startShellDesk = (parts: DeskParts): ShellDesk => {
  const isStorm = stormWatch(parts.monotonic)
  let stopping = false
  // All the shell ever remembers of a session; it outlives the desks and ends with the app.
  const secrets = createQuickSecrets({ now: () => Date.now(), monotonic: parts.monotonic })
  let running = startOne(parts, secrets)
  const replace = (): void => {
    if (stopping) return
    running = startOne(parts, secrets)
    watch(running)
    parts.onFresh()
  }
  const watch = ({ ended, born }: Running): void =>
    void ended.then(async (code) => {
      if (stopping) return
      const life = parts.monotonic() - born
      // People who change places quickly lock quickly; only a desk that broke off counts.
      if (code !== 0 && life < shortLifeMs && isStorm()) return parts.onStorm()
      await parts.onGone()
      setTimeout(replace, restartDelayMs(life))
    })
  watch(running)
  return {
    openPort: () => openPortTo(running.process, portMessage),
    closePort: () => running.process.postMessage(closeMessage),
    call: (path, input) => running.link.call(path, input, { context: {} }),
    lock: () => lockOne(running),
    stop: async () => {
      stopping = true
      await endOne(running)
    },
  }
}
