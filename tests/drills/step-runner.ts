import { writeSync } from 'node:fs'
import { unlockVault } from '../../electron/vault/unlock.ts'
import { passphrase } from '../support/vault-passphrase.ts'
import { operationNames, operations } from './step-operations.ts'

// Runs one operation on a vault and is gone, as by a power cut, at the step that was asked for; `done` when there are
// fewer steps.
const [, , wanted = '', folder = '', firstSlot = '', slotId = '', last = ''] = process.argv
const name = operationNames.find((each) => each === wanted)
if (name === undefined) throw new Error(`no such operation: ${wanted}`)

const unlocked = await unlockVault({ folder, slotId: firstSlot, passphrase })
if (!unlocked.ok) throw new Error(JSON.stringify(unlocked.failure))

let steps = 0
const step = (at: string): void => {
  if (steps === Number(last)) {
    writeSync(1, `at ${at}\n`)
    process.kill(process.pid, 'SIGKILL')
  }
  steps += 1
}
const answer = await operations[name]({ folder, keys: unlocked.value, slotId, step })
if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
writeSync(1, 'done\n')
process.exit(0)
