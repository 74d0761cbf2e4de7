import { fork, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { expect } from 'vitest'
import { portOver } from '../../electron/desk/channel.ts'
import { answerQuick } from '../../electron/quick/message.ts'
import { createQuickSecrets, type QuickSecrets } from '../../electron/quick/secrets.ts'
import { enter, tempFolder, type TestClient } from './desk.ts'

export type ForkedDesk = {
  readonly client: TestClient
  readonly dataFolder: string
  readonly child: ChildProcess
  readonly setClock: (iso: string) => void
  /** kill -9, as a power cut would; resolves when the process is gone. */
  readonly kill: () => Promise<void>
  readonly lock: () => Promise<void>
}

const entry = fileURLToPath(new URL('./desk-entry.ts', import.meta.url))

export const quickMemory = (): QuickSecrets =>
  createQuickSecrets({ now: () => Date.now(), monotonic: () => performance.now() })

/** The desk in a process of its own, as under the preview, so that it can be killed at any moment. */
export const forkDesk = async (
  options: {
    readonly dataFolder?: string
    readonly at?: string
    readonly closed?: boolean
    /** The memory of the host that forks one desk after the other; each has its own without it. */
    readonly secrets?: QuickSecrets
    /** A program that runs the desk and watches it, with its own words: strace and its options. */
    readonly under?: readonly [string, ...string[]]
    /** Where this desk puts temporary files; else where every program here does. */
    readonly temp?: string
  } = {},
): Promise<ForkedDesk> => {
  const dataFolder = options.dataFolder ?? tempFolder()
  const controlFile = join(tempFolder(), 'control.json')
  const test = expect.getState().currentTestName ?? ''
  const setClock = (now: string): void => writeFileSync(controlFile, JSON.stringify({ now, test }))
  setClock(options.at ?? '2026-11-23T08:05:00+08:00')
  const [program, ...words] = options.under ?? [process.execPath]
  const child = fork(entry, [dataFolder, controlFile], {
    serialization: 'advanced',
    execPath: program,
    ...(options.temp ? { env: { ...process.env, TMPDIR: options.temp, SQLITE_TMPDIR: options.temp } } : {}),
    execArgv: options.under ? [...words, process.execPath] : [],
  })
  const secrets = options.secrets ?? quickMemory()
  secrets.sweep()
  child.on('message', (message) => answerQuick(secrets, message, (reply) => void child.send(reply)))
  const port = portOver(child)
  const client: TestClient = createORPCClient(
    new RPCLink({ port: port as unknown as ConstructorParameters<typeof RPCLink>[0]['port'] }),
  )
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  if (!options.closed) await enter(client)
  return {
    client,
    dataFolder,
    child,
    setClock,
    kill: () => {
      child.kill('SIGKILL')
      return gone
    },
    lock: async () => {
      await client.session.lock()
      await gone
    },
  }
}
