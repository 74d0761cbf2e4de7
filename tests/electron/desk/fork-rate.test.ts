import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { RPCLink } from '@orpc/client/message-port'
import { ORPCError } from '@orpc/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { portOver } from '../../../electron/desk/channel.ts'
import { windowRate } from '../../../electron/desk/token-bucket.ts'
import { failureSchema } from '../../../shared/failure.ts'
import { tempFolder } from '../../support/desk.ts'

// The product's own desk process, as the preview's host forks it: the pages behind that one channel have the rate a
// window's port has under Electron (decisions 14).

const entry = fileURLToPath(new URL('../../../electron/desk/entry.ts', import.meta.url))

let child: ChildProcess
let call: (path: readonly string[], input?: unknown) => Promise<unknown>

beforeAll(() => {
  child = fork(entry, [tempFolder()], { serialization: 'advanced', execArgv: [] })
  type Port = ConstructorParameters<typeof RPCLink>[0]['port']
  const link = new RPCLink({ port: portOver(child, Infinity) as unknown as Port })
  call = (path, input) => link.call(path, input, { context: {} })
})

afterAll(async () => {
  const ended = once(child, 'exit')
  child.disconnect()
  await ended
})

const codeOf = (error: unknown): string =>
  error instanceof ORPCError ? (failureSchema.safeParse(error.data).data?.code ?? error.code) : String(error)

it('takes a burst from the pages of the preview, refuses what goes beyond it, and still locks', async () => {
  await call(['restore', 'state'])
  const wanted = 4 * windowRate.burst
  const asked = Array.from({ length: wanted }, () => call(['restore', 'state']).then(() => 'ok', codeOf))
  // The last in the queue, with not one call left.
  const lock = call(['session', 'lock']).catch(codeOf)
  const answers = await Promise.all(asked)
  const answered = answers.filter((answer) => answer === 'ok').length
  expect(answered).toBeGreaterThanOrEqual(windowRate.burst - 1)
  expect(answers.filter((answer) => answer === 'too-many')).toHaveLength(wanted - answered)
  expect(answered).toBeLessThan(wanted)
  // Nobody is unlocked here; what matters is that the rate did not stand in its way.
  expect(await lock).toBe('locked')
})
