import { randomBytes } from 'node:crypto'
import { openConfSettings } from '../settings/conf-settings.ts'
import { openLog } from '../log/log.ts'
import { composeDesk } from './compose.ts'
import { portOver, receivePorts, wireToHost } from './channel.ts'
import { quickOver } from '../quick/port.ts'
import { serve } from './serve.ts'
import { tokenBucket, windowRate } from './token-bucket.ts'

// The desk process: the only one that holds keys and the database. argv: the data folder.

const dataFolder = process.argv[2]
if (dataFolder === undefined) throw new Error('desk needs the data folder')

const host = wireToHost()
const { desk, router } = composeDesk({
  clock: { now: () => Date.now(), monotonic: () => performance.now() },
  dataFolder,
  settings: openConfSettings(dataFolder),
  log: openLog(dataFolder),
  random: randomBytes,
  kdfCost: null,
  unattended: true,
  quick: host === null ? null : quickOver(host),
  exit: (code) => {
    // The reply to `lock` is already on its way; give the channel one turn to deliver it.
    setTimeout(() => process.exit(code), 20)
  },
})

/** A door that windows stand behind: one rate for each of them (decisions 14). */
const serveWindow = (port: Parameters<typeof serve>[1]): void =>
  serve(
    router,
    port,
    tokenBucket(windowRate, () => performance.now()),
  )

// Electron hands over one port per document; the preview's host speaks over the fork channel, for all its pages at once.
if (
  !receivePorts(
    (port, owner) => (owner === 'shell' ? serve(router, port) : serveWindow(port)),
    () => void desk.lock(true),
  )
) {
  serveWindow(portOver(process))
  // The parent is gone: nobody can ask for anything any more.
  process.on('disconnect', () => void desk.lock(true))
}
