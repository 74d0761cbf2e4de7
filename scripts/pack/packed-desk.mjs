// Takes a packed app apart and runs its desk under Node 24: the archive, its bundles and its natives have to open a
// real vault without anything of this checkout.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { startDesk } from '../../electron/preview/desk-process.ts'
import { deskEnvironment } from '../../electron/settings/desk-environment.ts'

const passphrase = 'a packed desk opens its vault'

/** @param {string} entry @param {string} data @param {(call: import('../../electron/preview/desk-process.ts').CallDesk) => Promise<unknown>} work */
const withDesk = async (entry, data, work) => {
  const desk = startDesk({
    entry,
    args: [data],
    env: deskEnvironment(process.env),
    greet: ['session', 'state'],
  })
  try {
    return await work(desk.call)
  } finally {
    await desk.stop()
  }
}

/** The state a second desk finds after the first has made a vault, and what unlocking it says.
 * @param {string} archive @returns {Promise<{ readonly state: string, readonly name: string }>} */
export const openVaultWith = async (archive) => {
  const place = mkdtempSync(join(tmpdir(), 'zhiyin-packed-'))
  try {
    extractAll(archive, join(place, 'app'))
    const entry = join(place, 'app/dist/desk/entry.mjs')
    const data = join(place, 'data')
    await withDesk(entry, data, (call) =>
      call(['session', 'create'], { bank: '样行', branch: '样支行', name: '陈主任', passphrase }),
    )
    /** @type {any} */
    const answer = await withDesk(entry, data, async (call) => {
      /** @type {any} */
      const found = await call(['session', 'state'], undefined)
      const { slotId } = found.doors[0]
      /** @type {any} */
      const session = await call(['session', 'unlock'], { slotId, passphrase })
      return { state: found.state, name: session.name }
    })
    return answer
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
