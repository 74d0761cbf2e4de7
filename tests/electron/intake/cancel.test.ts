import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { JobCall } from '../../../electron/desk/job-kind.ts'
import { JobCancelled } from '../../../electron/desk/job-kind.ts'
import { applyJob } from '../../../electron/intake/apply-job.ts'
import { parseIntake } from '../../../electron/intake/parse.ts'
import type { OpenDesk } from '../../../electron/desk/desk.ts'
import { bankFile, bookName, makeBook } from '../../support/bank-file.ts'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'
import { jobEnd, ownersFor, preview, takeInBook } from '../../support/take-in.ts'

const pictureOf = ({ db }: OpenDesk): string => {
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
  const hash = createHash('sha256')
  for (const { name } of tables)
    hash.update(name + JSON.stringify(db.all(`SELECT * FROM "${name}"`), (_, v: unknown) => String(v)))
  return hash.digest('hex')
}

const opened = (test: TestDesk): OpenDesk => {
  const open = test.desk.open()
  if (!open) throw new Error('locked')
  return open
}

const owners = ['李理财', '王理财', '赵理财'].map((name) => ({ name, staffId: 'new' as const }))

// The job as the job thread runs it, stopped at the row asked for.
const callStoppedAt = (open: OpenDesk, stop: number): JobCall => {
  let rows = 0
  return {
    db: open.db,
    session: open.session,
    now: 1_795_392_300_000,
    today: '2026-11-23',
    zone: 'Asia/Shanghai',
    vaultFolder: open.vaultFolder,
    descriptor: 0,
    keys: { vaultId: '', suite: 'aegis-256', dbk: Buffer.alloc(0), vmk: Buffer.alloc(0) },
    audit: () => ({ seq: 0, hash: '' }),
    progress: () => undefined,
    letOthersWrite: () => undefined,
    checkCancelled: () => {
      if (rows === stop) throw new JobCancelled()
      rows += 1
    },
  }
}

describe('an import that is cancelled', () => {
  let test: TestDesk

  beforeAll(async () => {
    test = await openTestDesk()
  })

  it('at the first row, at half and at the last row leaves every table as it was', async () => {
    const parsed = await parseIntake(
      'client-book',
      { name: bookName, bytes: bankFile(bookName) },
      '2026-11-23',
    )
    if (!parsed.ok) throw new Error(parsed.failure.code)
    const open = opened(test)
    const before = pictureOf(open)
    for (const stop of [0, 150, 299]) {
      const call = callStoppedAt(open, stop)
      const run = (): unknown => applyJob.run(call, { parsed: parsed.value, asOf: '2026-11-20', owners })
      expect(run).toThrow(JobCancelled)
      expect(pictureOf(open)).toBe(before)
    }
  })

  it('from the screen ends as cancelled, says so, and the same file can be taken in afterwards', async () => {
    const open = opened(test)
    const before = pictureOf(open)
    const seen = await preview(test, 'client-book', 'big.csv', makeBook({ rows: 6000, encoding: 'gb18030' }))
    const input = { previewId: seen.previewId, asOf: '2026-11-20', owners: ownersFor(seen) }
    const { jobId } = await test.client.intake.apply(input)
    await test.client.job.cancel({ id: jobId })
    expect(await jobEnd(test, jobId)).toMatchObject({ state: 'cancelled', failure: { code: 'cancelled' } })
    await expect(test.client.intake.result({ jobId })).rejects.toMatchObject({ data: { code: 'not-found' } })
    expect(pictureOf(open)).toBe(before)
    expect(await takeInBook(test)).toMatchObject({ written: 300 })
  })
})
