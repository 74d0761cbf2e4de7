// B1, A1: bytes on their way to the disk: a backup of the whole vault, and encryption of a sealed file.
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openReadOnly } from '../../electron/database/open.ts'
import { writeBackup } from '../../electron/vault/backup.ts'
import { copyDescriptor } from '../../electron/vault/copy-file.ts'
import { databaseFile } from '../../electron/vault/state.ts'
import { verifyBackup } from '../../electron/vault/verify-backup.ts'
import { enterHere, openHere, type HereDesk } from './desk.ts'
import { interleave, judge, mustHold, pair, timed, timedSync, type Goal, type Part } from './judge.ts'
import { openSealed, sealedHeader, sealInto, sourceOf } from '../../electron/vault/sealed-file.ts'

const blockBytes = 1024 * 1024

/** cp, then fsync: blocks of a mebibyte and nothing else. */
const copyPlain = (from: string, to: string): number => {
  const took = timedSync(() => {
    const [source, target] = [openSync(from, 'r'), openSync(to, 'w')]
    const block = Buffer.alloc(blockBytes)
    for (let got = readSync(source, block); got > 0; got = readSync(source, block))
      writeSync(target, block, 0, got)
    fsyncSync(target)
    closeSync(source)
    closeSync(target)
  })
  rmSync(to)
  return took
}

const b1: Goal = {
  id: 'B1',
  what: 'a consistent copy of the open database with its SHA-256 (checkpoint, copy, fsync)',
  as: 'ratio',
  goal: 1.05,
  accept: {
    limit: 2.5,
    why: 'the SHA-256 of every byte is taken on the way, which a plain copy does not do (speed.md B2: verified 2.5×)',
  },
  unit: 'ms',
  floor: 'copy and fsync of the same file',
}

const checkBackup = async ({ open }: HereDesk, folder: string, clients: number): Promise<void> => {
  const { keys } = open()
  mustHold((await verifyBackup(folder, keys)).ok, 'the backup is whole and genuine')
  const copy = openReadOnly({ path: join(folder, databaseFile), key: keys.dbk, suite: keys.suite })
  if (!copy.ok) throw new Error('the backup does not open')
  const counted = copy.value.handle.one<{ n: number }>('SELECT count(*) AS n FROM client')?.n
  copy.value.close()
  mustHold(counted === clients, 'the backup holds every client')
}

export const backupPart: Part = {
  ids: ['B1'],
  run: async (bench) => {
    const book = await bench.book(100_000)
    const here = openHere(book.dataFolder)
    await enterHere(here)
    const { db, database, keys, vaultFolder } = here.open()
    const into = bench.folder(`backups-${Math.floor(performance.now())}`)
    const source = join(vaultFolder, databaseFile)
    let no = 0
    const whole = async (): Promise<number> => {
      no += 1
      const now = Date.now() + no * 1000
      let folder = ''
      const took = await timed(async () => {
        const made = await writeBackup({ vaultFolder, into, db, descriptor: database.descriptor, keys, now })
        if (!made.ok) throw new Error(`no backup was made: ${JSON.stringify(made.failure)}`)
        folder = made.value.folder
      })
      if (no === 1) await checkBackup(here, folder, book.clients)
      rmSync(folder, { recursive: true })
      return took
    }
    // The live file is read through a copy of it here: another descriptor on it, once closed, would drop SQLite's locks.
    const twin = join(into, 'twin.db')
    await copyDescriptor(database.descriptor, twin)
    mustHold(statSync(twin).size === statSync(source).size, 'the twin is as long as the database')
    const seen = await interleave({
      copy: async () => {
        const target = join(into, 'copy.db')
        const took = await timed(async () => {
          database.checkpoint()
          await copyDescriptor(database.descriptor, target)
        })
        rmSync(target)
        return took
      },
      whole,
      floor: () => copyPlain(twin, join(into, 'floor.db')),
    })
    await here.close()
    return [
      judge(b1, pair(seen.copy, seen.floor)),
      judge(
        {
          ...b1,
          id: 'B1 verified',
          what: 'the whole backup: copied, read back, every page checked, named',
          goal: 2.5,
          accept: {
            limit: 20,
            why: 'read back twice: fingerprint, then quick_check of every encrypted page; others write meanwhile',
          },
        },
        pair(seen.whole, seen.floor),
      ),
    ]
  },
}

const a1: Goal = {
  id: 'A1 write',
  what: 'encrypt, write and fsync 64 MB from memory in segments of 1 MB',
  as: 'ratio',
  goal: 0.65,
  atLeast: true,
  unit: 'MB/s',
  floor: 'copy and fsync of the same bytes',
}

const megabytes = 64

export const sealedPart: Part = {
  ids: ['A1'],
  run: async (bench) => {
    const folder = bench.folder('sealed')
    const [plainPath, sealedPath, outPath] = ['plain', 'sealed', 'out'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    const plain = randomBytes(megabytes * blockBytes)
    const key = randomBytes(32)
    writeFileSync(plainPath, plain)
    const header = sealedHeader({ vid: '0'.repeat(32), id: '0'.repeat(16), schema: 0 }, randomBytes)
    const seal = (): void => {
      const target = openSync(sealedPath, 'w')
      sealInto({ header, dataKey: key, plain }, (piece) => void writeSync(target, piece))
      fsyncSync(target)
      closeSync(target)
    }
    const open = (): void => {
      const opened = openSealed(sourceOf(readFileSync(sealedPath)), key)
      mustHold(opened?.plain.length === plain.length, 'the sealed file opens whole')
      writeFileSync(outPath, opened?.plain ?? '')
    }
    const copy = (): void => writeFileSync(outPath, readFileSync(plainPath))
    const rate = (took: number): number => (megabytes * 1000) / took
    const seen = await interleave({
      write: () => rate(timedSync(seal)),
      copy: () => rate(copyPlain(plainPath, outPath)),
      read: () => rate(timedSync(open)),
      plainRead: () => rate(timedSync(copy)),
    })
    return [
      judge(a1, pair(seen.write, seen.copy)),
      judge(
        {
          ...a1,
          id: 'A1 read',
          what: 'read, check and decrypt 64 MB',
          goal: 0.7,
          accept: {
            limit: 0.35,
            why: 'no byte is handed out before the last one was found genuine, so all of it is held and copied once more',
          },
          floor: 'copy of the same bytes',
        },
        pair(seen.read, seen.plainRead),
      ),
    ]
  },
}
