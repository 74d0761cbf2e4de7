import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron/main'
import { RPCLink } from '@orpc/client/message-port'
import { portMessage } from '../desk/channel.ts'
import { deskEnvironment } from '../settings/desk-environment.ts'

// The desk as a utility process. It ends at every lock; the shell starts the next one and shows a fresh document.

export type ShellDesk = {
  /** A new way to the desk's router; it dies with either end. */
  readonly openPort: () => MessagePortMain
  readonly call: (path: readonly string[], input: unknown) => Promise<unknown>
  readonly lock: () => void
}

export type DeskParts = {
  readonly entry: string
  readonly dataFolder: string
  /** A desk ended and the next one runs: every window needs a fresh document. */
  readonly onFresh: () => void
}

const fork = ({ entry, dataFolder }: DeskParts): UtilityProcess =>
  utilityProcess.fork(entry, [dataFolder], {
    serviceName: 'zhiyin-desk',
    stdio: 'ignore',
    env: deskEnvironment(process.env),
  })

const openPortTo = (desk: UtilityProcess): MessagePortMain => {
  const { port1, port2 } = new MessageChannelMain()
  desk.postMessage(portMessage, [port1])
  return port2
}

const openLink = (desk: UtilityProcess): RPCLink<Record<never, never>> => {
  const port = openPortTo(desk)
  const link = new RPCLink({ port })
  port.start()
  return link
}

export const startShellDesk = (parts: DeskParts): ShellDesk => {
  let desk = fork(parts)
  let link = openLink(desk)
  const replace = (): void => {
    desk = fork(parts)
    link = openLink(desk)
    desk.once('exit', replace)
    parts.onFresh()
  }
  desk.once('exit', replace)
  return {
    openPort: () => openPortTo(desk),
    call: (path, input) => link.call(path, input, { context: {} }),
    lock: () => void link.call(['session', 'lock'], undefined, { context: {} }).catch(() => undefined),
  }
}
