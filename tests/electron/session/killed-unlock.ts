import { randomBytes } from 'node:crypto'
import { composeDesk } from '../../../electron/desk/compose.ts'
import { unlockBook } from '../../../electron/session/unlock.ts'
import { openConfSettings } from '../../../electron/settings/conf-settings.ts'
import { testCost } from '../../support/test-cost.ts'

// Unlocks a vault and kills itself at the given step, or `while-deriving` the keys. argv: data folder, step, slot, passphrase, the time.
const [dataFolder = '', cutAt = '', slotId = '', passphrase = '', at = '0'] = process.argv.slice(2)

const { desk } = composeDesk({
  clock: { now: () => Number(at), monotonic: () => 0 },
  dataFolder,
  settings: openConfSettings(dataFolder),
  log: () => undefined,
  random: randomBytes,
  kdfCost: testCost,
  unattended: false,
  quick: null,
  exit: () => undefined,
  step: (name) => {
    if (name === cutAt) process.kill(process.pid, 'SIGKILL')
  },
})

const unlocking = unlockBook(
  { desk, ports: desk.ports, now: Number(at) },
  { slotId, passphrase, book: 'main' },
)
if (cutAt === 'while-deriving') process.kill(process.pid, 'SIGKILL')
await unlocking
