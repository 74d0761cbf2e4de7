import { afterAll, describe, expect, it } from 'vitest'
import type { JobView } from '../../shared/job/contract.ts'
import { bankFile, bookName, makeBook } from '../support/bank-file.ts'
import { forkDesk, type ForkedDesk } from '../support/forked-desk.ts'
import { ownersFor, upload } from '../support/take-in.ts'

/** Asks until the job is where the test wants it. */
const jobWhen = async (desk: ForkedDesk, id: number, wanted: (job: JobView) => boolean): Promise<JobView> => {
  for (;;) {
    const job = await desk.client.job.state({ id })
    if (wanted(job)) return job
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const ended = (job: JobView): boolean => job.state !== 'running'

const startTakingIn = async (desk: ForkedDesk, name: string, bytes: Buffer): Promise<number> => {
  const uploadId = await upload(desk, name, bytes)
  const inspected = await desk.client.intake.inspect({ uploadId, kind: 'client-book' })
  expect(await jobWhen(desk, inspected.jobId, ended)).toMatchObject({ state: 'done' })
  const seen = await desk.client.intake.preview({ previewId: inspected.jobId })
  const input = { previewId: seen.previewId, asOf: '2026-11-20', owners: ownersFor(seen) }
  return (await desk.client.intake.apply(input)).jobId
}

describe('the light goes out during an import', () => {
  let desk: ForkedDesk

  afterAll(async () => {
    await desk.kill()
  })

  it('and afterwards there is no client, no colleague and no file of it; the next import goes through', async () => {
    desk = await forkDesk()
    const big = makeBook({ rows: 12_000, encoding: 'gb18030', owners: ['李理财', '--'] })
    const jobId = await startTakingIn(desk, 'large.csv', big)
    const cut = await jobWhen(desk, jobId, (job) => job.done > job.total / 10 || ended(job))
    expect(cut.state).toBe('running')
    await desk.kill()

    desk = await forkDesk({ dataFolder: desk.dataFolder })
    expect(await desk.client.client.counts()).toMatchObject({ clients: 0, owners: [] })
    expect(await desk.client.staff.list()).toHaveLength(1)
    expect(await desk.client.intake.newest()).toEqual([])
    expect((await desk.client.search.find({ q: 'z' })).rows).toEqual([])

    const next = await startTakingIn(desk, bookName, bankFile(bookName))
    expect(await jobWhen(desk, next, ended)).toMatchObject({ state: 'done' })
    expect(await desk.client.client.counts()).toMatchObject({ clients: 300, aum: 86976161440 })
  })
})
