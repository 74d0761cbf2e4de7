import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../../shared/contract.ts'
import type { IntakeKind } from '../../../shared/intake/model.ts'
import { bankFile, bookName, shelfName } from '../../support/bank-file.ts'

type Desk = ContractRouterClient<Contract>

const partSize = 512 * 1024

const jobEnd = async (desk: Desk, id: number): Promise<void> => {
  for (;;) {
    const job = await desk.job.state({ id })
    if (job.state === 'done') return
    if (job.state !== 'running') throw new Error(`the job ended ${JSON.stringify(job)}`)
    await new Promise((wake) => setTimeout(wake, 50))
  }
}

/** Owners the file names are taken as the colleagues of that name, or as new ones. */
export const takeInFile = async (
  desk: Desk,
  kind: IntakeKind,
  name: string,
  bytes: Buffer = bankFile(name),
): Promise<void> => {
  const { id } = await desk.upload.begin({ name, size: bytes.length })
  for (let no = 0; no * partSize < bytes.length; no += 1) {
    const part = bytes.subarray(no * partSize, (no + 1) * partSize)
    await desk.upload.part({ id, no, bytes: new Blob([new Uint8Array(part)]) })
  }
  const read = await desk.intake.inspect({ uploadId: id, kind })
  await jobEnd(desk, read.jobId)
  const seen = await desk.intake.preview({ previewId: read.jobId })
  const owners = seen.owners
    .filter((owner) => owner.name !== '')
    .map((owner) => ({ name: owner.name, staffId: owner.staffId ?? ('new' as const) }))
  const written = await desk.intake.apply({ previewId: read.jobId, asOf: seen.asOf ?? '2026-11-20', owners })
  await jobEnd(desk, written.jobId)
}

/** The client book and the shelf of the reference files, for stories that start after the first morning. */
export const takeInBank = async (desk: Desk): Promise<void> => {
  await takeInFile(desk, 'client-book', bookName)
  await takeInFile(desk, 'product-shelf', shelfName)
}

export const clientNamed = async (desk: Desk, name: string): Promise<number> => {
  const { rows } = await desk.search.find({ q: name })
  const [row] = rows
  if (!row) throw new Error(`nobody is called ${name}`)
  return row.id
}
