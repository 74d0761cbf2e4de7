import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkFolder, isOnNetwork, isSynced, prepareFolder } from '../../../electron/vault/folder-check.ts'
import { tempFolder } from './vault-template.ts'

const refused = (rule: string) => ({ ok: false, failure: { code: 'refused', rule } })

test.each([
  '/home/chen/OneDrive/zhiyin',
  '/home/chen/OneDrive - 银行/v',
  '/data/Dropbox/v',
  '/home/chen/坚果云/v',
  '/x/Nutstore/y',
])('the folder of a syncing program is refused: %s', (folder) => {
  expect(checkFolder(folder)).toMatchObject(refused('folder-synced'))
})

test('a folder under a syncing program’s marker file is refused', () => {
  const root = tempFolder()
  writeFileSync(join(root, '.dropbox'), '')
  expect(checkFolder(join(root, 'deep', 'down'))).toMatchObject(refused('folder-synced'))
})

test.each(['/var/lib/zhiyin', '/home/chen/my onedriver notes', '/home/陈明/知音 资料'])(
  'an ordinary folder is fine: %s',
  (folder) => {
    expect(isSynced(folder)).toBe(false)
  },
)

const mounts = [
  'ext4root / ext4 rw 0 0',
  'server:/share /mnt/share nfs4 rw 0 0',
  '//server/d /mnt/my\\040disk cifs rw 0 0',
  'tmpfs /mnt/share/local tmpfs rw 0 0',
].join('\n')

test.each([
  ['/mnt/share/zhiyin', true],
  ['/mnt/share', true],
  ['/mnt/my disk/zhiyin', true],
  ['/mnt/share/local/zhiyin', false],
  ['/mnt/shared/zhiyin', false],
  ['/var/lib/zhiyin', false],
])('%s on a network share: %s', (folder, answer) => {
  expect(isOnNetwork(folder, mounts)).toBe(answer)
})

test('a linked folder is refused, for it can be pointed elsewhere', () => {
  const root = tempFolder()
  mkdirSync(join(root, 'real'))
  symlinkSync(join(root, 'real'), join(root, 'link'))
  expect(checkFolder(join(root, 'link'))).toMatchObject(refused('folder-linked'))
})

test('a place where no folder can be made is refused', () => {
  const root = tempFolder()
  writeFileSync(join(root, 'file'), '')
  expect(prepareFolder(join(root, 'file', 'vault'))).toMatchObject(refused('folder-read-only'))
})

test('a new folder with Chinese, blanks and a long name is made for its owner alone', () => {
  const folder = join(tempFolder(), '知音 资料', 'x'.repeat(200))
  expect(prepareFolder(folder)).toEqual({ ok: true, value: null })
  expect(statSync(folder).mode & 0o077).toBe(0)
})
