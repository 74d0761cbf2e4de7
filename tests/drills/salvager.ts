import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { salvageInto } from '../../electron/desk/vault-salvage.ts'

// Salvages a vault and ends itself, as a power cut would, before the step it is told; says each step it comes to.
const [, , data = '', into = '', card = '', cutAt = ''] = process.argv

const door = { folder: join(data, 'vault'), dataFolder: data, user: undefined, secret: { card }, now: 1 }
const step = (name: string): void => {
  writeSync(1, `${name}\n`)
  if (name === cutAt) process.kill(process.pid, 'SIGKILL')
}
const saved = await salvageInto(door, into, { step })
if (!saved.ok) throw new Error(JSON.stringify(saved.failure))
