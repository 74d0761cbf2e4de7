import { fail, ok, type Result } from '../../shared/result.ts'
import type { SessionView } from '../../shared/session/contract.ts'
import type { OpenCall } from '../desk/call.ts'
import { createVault } from '../vault/create.ts'
import { plainDateAt } from '../desk/zone.ts'
import { fillSample } from '../sample/fill.ts'
import { folderOf } from './folders.ts'
import { firstRows } from './first-rows.ts'
import { openBook } from './open-book.ts'
import { holdEmptySample, samplePerson } from './sample-folder.ts'
import { releaseFolder } from './state.ts'
import { sessionView } from './view.ts'

const sampleTitle = { bank: '样例银行', branch: '样例支行' }
const zone = 'Asia/Shanghai'

const makeAndOpen = async (call: OpenCall): Promise<Result<SessionView>> => {
  const { desk, ports, now } = call
  const folder = folderOf(ports.dataFolder, 'sample')
  const passphrase = ports.random(9).toString('base64url')
  const made = await createVault({
    folder,
    staffLabel: samplePerson,
    title: sampleTitle,
    passphrase,
    kdf: ports.kdfCost,
    now,
    monotonic: ports.clock.monotonic,
    random: ports.random,
    isWanted: () => !desk.isLocking(),
    fill: firstRows({ name: samplePerson, ...sampleTitle, at: now }, (db, staffId) =>
      fillSample(db, { now, today: plainDateAt(now, zone), staffId }),
    ),
  })
  if (!made.ok) return made
  const opened = await openBook(call, {
    keys: made.value.keys,
    book: 'sample',
    samplePassphrase: passphrase,
    action: 'vault.created',
  })
  if (!opened.ok) return opened
  const open = desk.open()
  return open ? ok(sessionView(open, now)) : fail({ code: 'locked' })
}

/** A fresh book of invented households in a vault of its own; its passphrase is random and shown while it is open. */
export const openSampleBook = async (call: OpenCall): Promise<Result<SessionView>> => {
  const emptied = holdEmptySample(call.desk)
  if (!emptied.ok) return emptied
  const opened = await makeAndOpen(call)
  if (!opened.ok) releaseFolder(call.desk, 'sample')
  return opened
}
