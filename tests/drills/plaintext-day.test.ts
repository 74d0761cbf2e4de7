import { closeSync, mkdirSync, openSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { expect, onTestFinished } from 'vitest'
import { openReadOnly } from '../../electron/database/open.ts'
import type { SalvageAnswer } from '../../electron/desk/vault-salvage.ts'
import { unlockVault } from '../../electron/vault/unlock.ts'
import { got } from '../electron/vault/vault-template.ts'
import { runVault } from '../support/command.ts'
import { leavesOf, spoilPage } from '../support/damage.ts'
import { filesUnder, wordsIn, type Found } from '../support/find-words.ts'
import { slotOf } from '../support/hire.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { check } from './check.ts'
import { lisNext, openBranch, people, said, type Pc } from './guarded-branch.ts'
import { checkOut, drill, emergency, evening, openTheDay, unseal, work } from './guarded-day.ts'

const passphrases = [...Object.values(people).map(({ passphrase }) => passphrase), lisNext]

/** A folder, and files no folder lists: both are looked through. */
const wordsOn = (
  { home, nameless }: Pick<Pc, 'home' | 'nameless'>,
  words: readonly string[],
): readonly Found[] => wordsIn([...filesUnder(home), ...nameless()], words)

/** The vault's database is gone: a backup takes its place by the card, at the door. */
const restore = async ({ fresh, data, card }: Pc, at: string): Promise<void> => {
  rmSync(join(data, 'vault', 'vault.db'))
  const door = await fresh(at)
  const [backup] = (await door.restore.list({ folder: '' })).backups
  await door.restore.start({ from: backup?.from ?? '', by: { kind: 'card', card: card.join('') } })
  for (;;) {
    const { state, failure } = await door.restore.state()
    if (state === 'done') return
    if (state !== 'running') throw new Error(`not restored: ${JSON.stringify(failure)}`)
    await new Promise((wake) => setTimeout(wake, 10))
  }
}

/** A page of the audit chain that nothing was written to since it was full. */
const oldPage = async (folder: string, slotId: string): Promise<number> => {
  const keys = got(await unlockVault({ folder, slotId, passphrase: people.head.passphrase }))
  const { handle, close } = got(
    openReadOnly({ path: join(folder, 'vault.db'), key: keys.dbk, suite: keys.suite }),
  )
  const [, page = 0] = leavesOf(handle, 'audit')
  close()
  return page
}

/** The desk dies, a page goes bad, and the head salvages what is left, as she would: by the command. */
const salvage = async ({ sit, data, home, cut }: Pc, at: string): Promise<number> => {
  const slotId = await slotOf(await sit('head', at, people.head.passphrase, 'apart'), people.head.name)
  await cut()
  const folder = join(data, 'vault')
  spoilPage(folder, await oldPage(folder, slotId))
  const { name, passphrase } = people.head
  const words = ['salvage', '--data', data, '--into', join(home, 'saved'), '--user', name]
  const ran = await runVault(words, { passphrase })
  expect(ran, ran.said).toMatchObject({ code: 0, lines: [{ value: { complete: false } }] })
  const { value } = ran.lines[0] as { value: SalvageAnswer }
  expect(value.tables.find(({ table }) => table === 'audit')?.lost).toMatch(/^\d+-\d+$/)
  return value.tables.reduce((sum, { rows }) => sum + rows, 0)
}

const title =
  'a week of sealing, custody, backups, drills, resets, an emergency, a restore and a salvage leaves no word in clear'

check('K11', title, { usual: 1, drill: 3 }, async ({ rounds }) => {
  let looks = 0
  for (let round = 0; round < rounds; round += 1) {
    const pc = await openBranch()
    const words = [...Object.values(said), ...passphrases, pc.card.slice(0, 6).join('')]
    const clear = (): void => {
      expect(wordsOn(pc, words)).toEqual([])
      looks += 1
    }
    const clients = await openTheDay(pc)
    await work(pc, clients)
    clear()
    await drill(pc)
    clear()
    await evening(pc, clients)
    clear()
    await checkOut(pc, clients)
    const temporary = await emergency(pc, clients)
    words.push(temporary)
    clear()
    await unseal(pc, clients, temporary)
    await pc.cut()
    clear()
    await restore(pc, '2026-11-25T10:00:00+08:00')
    clear()
    expect(await salvage(pc, '2026-11-25T10:05:00+08:00')).toBeGreaterThan(100)
    clear()
  }
  return { rounds: looks, note: 'data folder, second place, temporary files, open files, after kill -9 too' }
})

check(
  'K11',
  'one word in clear in any of these places, in any spelling, is found',
  { usual: 1, drill: 1 },
  async () => {
    const home = temporaryFolder()
    const [data = '', second = '', temp = ''] = ['data', 'second', 'temp'].map((name) => join(home, name))
    const word = said.sealNote
    const plant = (folder: string, bytes: Buffer): string => {
      mkdirSync(folder, { recursive: true })
      const path = join(folder, 'planted')
      writeFileSync(path, bytes)
      return path
    }
    const text = (encoding: 'base64' | 'hex') => Buffer.from(`xy${word}`).toString(encoding)
    const planted = [
      plant(join(data, 'vault', 'sealed'), Buffer.from(word)),
      plant(join(data, 'vault', 'drilling'), Buffer.from(word, 'utf16le')),
      plant(join(data, 'vault', 'quarantine', '20261125T020000Z'), iconv.encode(word, 'gb18030')),
      plant(join(data, 'logs'), Buffer.from(text('base64'))),
      plant(second, Buffer.from(text('hex'))),
      plant(temp, Buffer.from(encodeURIComponent(word))),
    ]
    const named = join(temp, word)
    writeFileSync(named, '')
    expect(
      wordsOn({ home, nameless: () => [] }, [word])
        .map(({ file }) => file)
        .toSorted(),
    ).toEqual([...planted, named].toSorted())
    for (const path of [...planted, named]) unlinkSync(path)
    // A file that is removed as soon as it is open, as databases do.
    const unlinked = plant(temp, Buffer.from(word))
    const descriptor = openSync(unlinked, 'r')
    onTestFinished(() => closeSync(descriptor))
    unlinkSync(unlinked)
    const open = `/proc/self/fd/${descriptor}`
    const found = wordsOn({ home, nameless: () => (process.platform === 'linux' ? [open] : []) }, [word])
    expect(found).toEqual(process.platform === 'linux' ? [{ file: open, word }] : [])
    return { rounds: planted.length + 2 }
  },
)
