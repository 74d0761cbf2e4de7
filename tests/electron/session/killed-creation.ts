import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import Database from 'better-sqlite3'
import { composeDesk } from '../../../electron/desk/compose.ts'
import { createBook } from '../../../electron/session/create.ts'
import { openConfSettings } from '../../../electron/settings/conf-settings.ts'
import { testCost } from '../../support/test-cost.ts'

// Makes a vault and kills itself before the given step that touches the disk. Says every step it came to.
// argv: data folder, number of the step (0: none), bank, branch, name, passphrase.

const [dataFolder = '', at = '0', bank = '', branch = '', name = '', passphrase = ''] = process.argv.slice(2)
const steps: string[] = []

const step = (kind: string, target: unknown): void => {
  steps.push(`${kind} ${String(target)}`)
  if (steps.length === Number(at)) process.kill(process.pid, 'SIGKILL')
}

type Functions = Record<string, (...given: unknown[]) => unknown>

const watch = (owner: object, names: readonly string[]): void => {
  const functions = owner as Functions
  for (const each of names) {
    const real = functions[each]
    if (!real) throw new Error(`there is no ${each}`)
    functions[each] = function (this: unknown, ...given: unknown[]) {
      step(each, given[0])
      return real.apply(this, given)
    }
  }
}

const { desk } = composeDesk({
  // Time stands still, so that every run chooses the same cipher and comes to the same steps.
  clock: { now: () => Date.now(), monotonic: () => 0 },
  dataFolder,
  settings: openConfSettings(dataFolder),
  log: () => undefined,
  random: randomBytes,
  kdfCost: testCost,
  unattended: false,
  quick: null,
  exit: () => undefined,
})

watch(fs, ['openSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync', 'mkdirSync', 'writeFileSync'])
syncBuiltinESMExports()
watch(Database.prototype, ['exec', 'pragma', 'prepare', 'close'])

const call = { desk, ports: desk.ports, now: Date.now() }
const made = await createBook(call, { bank, branch, name, passphrase })
process.send?.({ made: made.ok, steps }, () => process.kill(process.pid, 'SIGKILL'))
