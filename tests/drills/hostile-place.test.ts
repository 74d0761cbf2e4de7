import { chmodSync, linkSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { checkFolder, isOnNetwork, prepareFolder } from '../../electron/vault/folder-check.ts'
import type { Result } from '../../shared/result.ts'
import { check, drillFolder } from './check.ts'

const ruleOf = (answer: Result<null>): string =>
  answer.ok ? 'allowed' : answer.failure.code === 'refused' ? answer.failure.rule : answer.failure.code

const inside = (...names: string[]): string => join(drillFolder(), ...names)

const makeWith = (file: string): string => {
  const folder = inside('vault')
  mkdirSync(folder)
  writeFileSync(join(folder, file), 'x')
  return folder
}

type Case = { readonly what: string; readonly folder: () => string; readonly rule: string }

const long = (n: number): string => `${'档'.repeat(60)}${n}`

const cases: readonly Case[] = [
  ...['OneDrive', 'OneDrive - 禾川银行', 'Dropbox', '坚果云', 'Nutstore Files', 'iCloud', 'Syncthing'].map(
    (name) => ({
      what: `under ${name}`,
      folder: () => inside(name, 'Zhiyin', 'vault'),
      rule: 'folder-synced',
    }),
  ),
  ...['.dropbox.cache', '.stfolder', '.nutstore'].map((marker) => ({
    what: `beside ${marker}`,
    folder: () => {
      const home = drillFolder()
      mkdirSync(join(home, marker))
      return join(home, 'vault')
    },
    rule: 'folder-synced',
  })),
  {
    what: 'a linked folder',
    folder: () => {
      const home = drillFolder()
      mkdirSync(join(home, 'real'))
      symlinkSync(join(home, 'real'), join(home, 'vault'))
      return join(home, 'vault')
    },
    rule: 'folder-linked',
  },
  {
    what: 'a database with a second name',
    folder: () => {
      const folder = makeWith('vault.db')
      linkSync(join(folder, 'vault.db'), join(folder, '..', 'second'))
      return folder
    },
    rule: 'folder-linked',
  },
  {
    what: 'a database behind a link',
    folder: () => {
      const folder = makeWith('vault.db')
      renameSync(join(folder, 'vault.db'), join(folder, '..', 'elsewhere'))
      symlinkSync(join(folder, '..', 'elsewhere'), join(folder, 'vault.db'))
      return folder
    },
    rule: 'folder-linked',
  },
  {
    what: 'a file where the folder should be',
    folder: () => join(makeWith('taken'), 'taken', 'vault'),
    rule: 'folder-read-only',
  },
  {
    what: 'Chinese, blanks and signs',
    folder: () => inside('知音 资料 (新)', "o'brien & co", 'vault'),
    rule: 'allowed',
  },
  {
    what: 'more than 300 characters',
    folder: () => inside(long(1), long(2), long(3), long(4), long(5), 'vault'),
    rule: 'allowed',
  },
  { what: 'a plain folder', folder: () => inside('vault'), rule: 'allowed' },
]

const networks = ['nfs', 'nfs4', 'cifs', 'smb3', '9p', 'fuse.sshfs', 'davfs'] as const

check(
  'R12',
  'a place that would tear the vault apart is refused with its reason, an odd but sound one is taken',
  { usual: 1, drill: 1 },
  () => {
    for (const { what, folder, rule } of cases) expect(ruleOf(prepareFolder(folder())), what).toBe(rule)
    for (const type of networks) {
      const mounts = `/dev/vda / ext4 rw 0 0\nserver:/share /srv/bank\\040data ${type} rw 0 0\n`
      expect(isOnNetwork('/srv/bank data/vault', mounts), type).toBe(true)
      expect(isOnNetwork('/srv/bank data other/vault', mounts), type).toBe(false)
    }
    const sealedOff = inside('vault')
    mkdirSync(sealedOff, { mode: 0o700 })
    chmodSync(sealedOff, 0o555)
    // Nothing is read-only to root.
    const expected = process.getuid?.() === 0 ? 'allowed' : 'folder-read-only'
    expect(ruleOf(checkFolder(sealedOff))).toBe(expected)
    return { rounds: cases.length + networks.length + 1 }
  },
)
