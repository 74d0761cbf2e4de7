import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FoundBackup } from '../../../shared/restore/contract.ts'
import { openTestDesk, passphrase, person, tempFolder, type TestDesk } from '../../support/desk.ts'

// A branch with two people, backed up after the first; the second is what a restore can't bring back.

export type Branch = { readonly data: string; readonly backupName: string; readonly card: string }

export const makeBranch = async (): Promise<Branch> => {
  const test = await openTestDesk({ closed: true })
  const who = { bank: '禾川银行', branch: '云湖路支行', name: person, passphrase }
  const made = await test.client.session.create(who)
  const answers = made.ask.map((place) => ({ place, word: made.words[place - 1] ?? '' }))
  await test.client.session.confirmCard({ answers })
  await test.client.staff.add({ name: '李理财', post: '' })
  const { jobId } = await test.client.backup.run()
  await test.desk.jobs.finished(jobId)
  const backupName = (await test.client.backup.list())[0]?.name ?? ''
  await test.client.staff.add({ name: '王理财', post: '' })
  await test.lock()
  return { data: test.dataFolder, backupName, card: made.code }
}

export type Place = { readonly data: string; readonly vault: string }

/** A copy of the branch's data folder to do harm to. */
export const copyOf = (branch: Branch): Place => {
  const data = join(tempFolder(), 'data')
  cpSync(branch.data, data, { recursive: true })
  return { data, vault: join(data, 'vault') }
}

export const closedDesk = (data: string, at = '2026-11-24T08:05:00+08:00'): Promise<TestDesk> =>
  openTestDesk({ dataFolder: data, closed: true, at })

export const firstOf = async (test: TestDesk, folder = ''): Promise<FoundBackup> => {
  const { backups } = await test.client.restore.list({ folder })
  const [backup] = backups
  if (!backup) throw new Error('no backup was found')
  return backup
}

export const ended = async (test: TestDesk) => {
  for (;;) {
    const state = await test.client.restore.state()
    if (state.state !== 'running') return state
    await new Promise((wake) => setTimeout(wake, 10))
  }
}

export const byPassphrase = (backup: FoundBackup, secret = passphrase) => ({
  from: backup.from,
  by: { kind: 'passphrase' as const, slotId: backup.doors[0]?.slotId ?? '', passphrase: secret },
})

export const names = async (test: TestDesk): Promise<string[]> =>
  (await test.client.staff.list()).map(({ name }) => name)

export const without = (folder: string, ...files: readonly string[]): void => {
  for (const name of files) rmSync(join(folder, name), { recursive: true, force: true })
}

export const garble = (path: string): void => {
  const bytes = readFileSync(path)
  bytes.fill(0x5a, 100, 4000)
  writeFileSync(path, bytes)
}
