import type { IntakePreview, IntakeResult } from '../../shared/intake/contract.ts'
import type { IntakeKind } from '../../shared/intake/model.ts'
import type { JobView } from '../../shared/job/contract.ts'
import { bankFile, bookName, shelfName } from './bank-file.ts'
import type { TestDesk } from './desk.ts'

const partSize = 512 * 1024

export const upload = async (
  { client }: Pick<TestDesk, 'client'>,
  name: string,
  bytes: Buffer,
): Promise<number> => {
  const { id } = await client.upload.begin({ name, size: bytes.length })
  for (let no = 0; no * partSize < bytes.length; no += 1) {
    const part = bytes.subarray(no * partSize, (no + 1) * partSize)
    await client.upload.part({ id, no, bytes: new Blob([new Uint8Array(part)]) })
  }
  return id
}

export const jobEnd = async ({ client, desk }: TestDesk, id: number): Promise<JobView> => {
  await desk.jobs.finished(id)
  return client.job.state({ id })
}

/** Uploads a file and has it read; a refusal of the file comes back as the job's failure. */
export const inspect = async (
  test: TestDesk,
  kind: IntakeKind,
  name: string,
  bytes: Buffer,
): Promise<JobView> => {
  const uploadId = await upload(test, name, bytes)
  const { jobId } = await test.client.intake.inspect({ uploadId, kind })
  return jobEnd(test, jobId)
}

export const preview = async (
  test: TestDesk,
  kind: IntakeKind,
  name: string,
  bytes: Buffer,
): Promise<IntakePreview> => {
  const job = await inspect(test, kind, name, bytes)
  if (job.state !== 'done') throw new Error(`the file was not read: ${JSON.stringify(job.failure)}`)
  return test.client.intake.preview({ previewId: job.id })
}

/** Owners as the preview proposes them; names nobody here bears become colleagues without login. */
export const ownersFor = (seen: IntakePreview) =>
  seen.owners
    .filter(({ name }) => name !== '')
    .map(({ name, staffId }) => ({ name, staffId: staffId ?? ('new' as const) }))

export const takeIn = async (
  test: TestDesk,
  kind: IntakeKind,
  name: string,
  bytes: Buffer,
  asOf?: string,
): Promise<IntakeResult> => {
  const seen = await preview(test, kind, name, bytes)
  const day = asOf ?? seen.asOf ?? '2026-11-20'
  const { jobId } = await test.client.intake.apply({
    previewId: seen.previewId,
    asOf: day,
    owners: ownersFor(seen),
  })
  const end = await jobEnd(test, jobId)
  if (end.state !== 'done') throw new Error(`the file was not taken in: ${JSON.stringify(end.failure)}`)
  return test.client.intake.result({ jobId })
}

export const takeInBook = (test: TestDesk): Promise<IntakeResult> =>
  takeIn(test, 'client-book', bookName, bankFile(bookName))

export const takeInShelf = (test: TestDesk): Promise<IntakeResult> =>
  takeIn(test, 'product-shelf', shelfName, bankFile(shelfName))
