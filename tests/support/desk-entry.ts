import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { portOver, wireToHost } from '../../electron/desk/channel.ts'
import { composeDesk } from '../../electron/desk/compose.ts'
import { serve } from '../../electron/desk/serve.ts'
import { openLog } from '../../electron/log/log.ts'
import { quickOver } from '../../electron/quick/port.ts'
import { openConfSettings } from '../../electron/settings/conf-settings.ts'
import { recordProcedure } from './evidence.ts'
import { testCost } from './test-cost.ts'

// The desk process as tests fork it: the product's own composition with a clock that a test can set.
// argv: data folder, control file {"now": "2026-11-23T08:05:00+08:00", "test": "name of the test"}.

const [dataFolder, controlFile] = process.argv.slice(2)
if (dataFolder === undefined || controlFile === undefined)
  throw new Error('needs data folder and control file')

type Control = { readonly now: string; readonly test: string }

let known: { control: Control; stamp: number; since: number } | null = null

// The clock stands where the control file says and then runs on, so that idle times and saved times look real.
const control = (): { control: Control; since: number } => {
  const stamp = statSync(controlFile).mtimeMs
  if (!known || known.stamp !== stamp)
    known = {
      control: JSON.parse(readFileSync(controlFile, 'utf8')) as Control,
      stamp,
      since: performance.now(),
    }
  return known
}

const host = wireToHost()
const { desk, router } = composeDesk({
  clock: {
    now: () => {
      const { control: set, since } = control()
      return Math.round(Date.parse(set.now) + performance.now() - since)
    },
    monotonic: () => performance.now(),
  },
  dataFolder,
  settings: openConfSettings(dataFolder),
  log: openLog(dataFolder),
  random: randomBytes,
  kdfCost: testCost,
  unattended: false,
  quick: host === null ? null : quickOver(host),
  exit: (code) => void setTimeout(() => process.exit(code), 20),
  recorder: { called: (procedure) => recordProcedure(control().control.test, procedure) },
})

serve(router, portOver(process))
process.on('disconnect', () => void desk.lock())
