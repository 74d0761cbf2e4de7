import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failureFrom, openTestDesk, tempFolder } from '../../support/desk.ts'

const foreign = { code: 'refused', rule: 'sample-foreign' }

const closedDesk = (dataFolder = tempFolder()) => openTestDesk({ dataFolder, closed: true })

/** A data folder in which a sample book was opened, worked in, backed up and locked. */
const usedSample = async (): Promise<string> => {
  const first = await closedDesk()
  await first.client.session.openSample()
  const { jobId } = await first.client.backup.run()
  await first.desk.jobs.finished(jobId)
  await first.lock()
  return first.dataFolder
}

test('the sample book goes without a trace, and comes back fresh', async () => {
  const dataFolder = await usedSample()
  const { client, lock } = await closedDesk(dataFolder)
  expect(await client.session.state()).toMatchObject({ hasSample: true })
  await client.session.removeSample()
  expect(existsSync(join(dataFolder, 'sample'))).toBe(false)
  await client.session.removeSample()
  await client.session.openSample()
  await lock()
  const again = await closedDesk(dataFolder)
  expect(await again.client.session.openSample()).toMatchObject({ book: 'sample' })
})

test('a file that somebody put into the sample’s folder is not lost with it', async () => {
  const dataFolder = await usedSample()
  const folder = join(dataFolder, 'sample')
  const { client } = await closedDesk(dataFolder)
  for (const name of ['家人照片.jpg', 'backups/notes.txt']) {
    writeFileSync(join(folder, name), 'mine')
    const before = readdirSync(folder, { recursive: true })
    expect(await failureFrom(client.session.removeSample()), name).toMatchObject(foreign)
    expect(await failureFrom(client.session.openSample()), name).toMatchObject(foreign)
    expect(readdirSync(folder, { recursive: true })).toEqual(before)
    expect(readFileSync(join(folder, name), 'utf8')).toBe('mine')
    rmSync(join(folder, name))
  }
  symlinkSync(dataFolder, join(folder, 'backups', 'elsewhere'))
  expect(await failureFrom(client.session.removeSample())).toMatchObject(foreign)
  rmSync(join(folder, 'backups', 'elsewhere'))
  await client.session.removeSample()
})

test('a folder of that name that never was a sample book is left as it is', async () => {
  const dataFolder = tempFolder()
  const folder = join(dataFolder, 'sample')
  mkdirSync(folder)
  writeFileSync(join(folder, 'thesis.doc'), 'mine')
  const { client } = await closedDesk(dataFolder)
  expect(await failureFrom(client.session.removeSample())).toMatchObject(foreign)
  expect(await failureFrom(client.session.openSample())).toMatchObject(foreign)
  expect(readdirSync(folder)).toEqual(['thesis.doc'])
})

test('a real vault that was moved to where the sample stands is not deleted', async () => {
  const real = await openTestDesk()
  await real.lock()
  const dataFolder = tempFolder()
  const folder = join(dataFolder, 'sample')
  cpSync(join(real.dataFolder, 'vault'), folder, { recursive: true })
  const { client } = await closedDesk(dataFolder)
  expect(await failureFrom(client.session.removeSample())).toMatchObject(foreign)
  expect(await failureFrom(client.session.openSample())).toMatchObject(foreign)
  expect(existsSync(join(folder, 'vault.db'))).toBe(true)
  writeFileSync(join(folder, 'header.a'), 'spoiled')
  writeFileSync(join(folder, 'header.b'), 'spoiled')
  expect(await failureFrom(client.session.removeSample())).toMatchObject(foreign)
  expect(existsSync(join(folder, 'vault.db'))).toBe(true)
})

test('a sample book that another desk has open is in use, and stays whole', async () => {
  const first = await closedDesk()
  await first.client.session.openSample()
  const second = await closedDesk(first.dataFolder)
  const before = readdirSync(join(first.dataFolder, 'sample'))
  expect(await failureFrom(second.client.session.removeSample())).toMatchObject({ code: 'in-use' })
  expect(await failureFrom(second.client.session.openSample())).toMatchObject({ code: 'in-use' })
  expect(readdirSync(join(first.dataFolder, 'sample'))).toEqual(before)
  await first.lock()
  await second.client.session.removeSample()
})

test('a removal that was cut off is finished by the next one', async () => {
  const dataFolder = await usedSample()
  for (const name of ['vault.db', 'anchor.log']) rmSync(join(dataFolder, 'sample', name))
  const { client } = await closedDesk(dataFolder)
  await client.session.removeSample()
  expect(existsSync(join(dataFolder, 'sample'))).toBe(false)
})
