import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { portOver, wireToHost } from '../../electron/desk/channel.ts'
import { composeDesk } from '../../electron/desk/compose.ts'
import { serve } from '../../electron/desk/serve.ts'
import { quickOver } from '../../electron/quick/port.ts'
import { openConfSettings } from '../../electron/settings/conf-settings.ts'
import type { TestClient } from '../support/desk.ts'
import { testCost } from '../support/test-cost.ts'

// A desk that is spoken to without its host, as a window speaks to it under Electron: past the shell's memory.
// argv: data folder, a file with what is typed; it is read once, and what the host was given is written to `.done`.

const [dataFolder = '', typedFile = ''] = process.argv.slice(2)
const wire = wireToHost()
if (wire === null) throw new Error('needs a host')

let drawn = Buffer.alloc(0)
const { desk, router } = composeDesk({
  clock: { now: () => Date.now(), monotonic: () => performance.now() },
  dataFolder,
  settings: openConfSettings(dataFolder),
  log: () => undefined,
  random: (bytes) => {
    const made = randomBytes(bytes)
    if (bytes === 32) drawn = Buffer.from(made)
    return made
  },
  kdfCost: testCost,
  unattended: true,
  quick: quickOver(wire),
  exit: (code) => void setTimeout(() => process.exit(code), 20),
})

const work = async (): Promise<void> => {
  const { name, passphrase, pin, marker } = JSON.parse(readFileSync(typedFile, 'utf8')) as Record<
    string,
    string
  >
  rmSync(typedFile)
  const { port1, port2 } = new MessageChannel()
  serve(router, port2 as unknown as Parameters<typeof serve>[1])
  const client: TestClient = createORPCClient(new RPCLink({ port: port1 }))
  port1.start()
  const bank = { bank: '禾川银行', branch: '云湖路支行' }
  const card = await client.session.create({ ...bank, name: name ?? '', passphrase: passphrase ?? '' })
  const answers = card.ask.map((place) => ({ place, word: card.words[place - 1] ?? '' }))
  await client.session.confirmCard({ answers })
  await client.staff.add({ name: marker ?? '', post: '' })
  await client.session.setPin({ pin: pin ?? '' })
  writeFileSync(`${typedFile}.done`, drawn)
  await client.session.lock()
}

serve(router, portOver(process))
process.on('disconnect', () => void desk.lock())
if (existsSync(typedFile)) await work()
