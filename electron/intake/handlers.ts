import type { intakeContract, IntakeResult } from '../../shared/intake/contract.ts'
import { intakeKinds } from '../../shared/intake/model.ts'
import { fail, ok, refuse } from '../../shared/result.ts'
import { staffNames } from '../client/staff-names.ts'
import type { Desk } from '../desk/desk.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { plainDateAt } from '../desk/zone.ts'
import { pageOfLines, previewOf } from './preview.ts'
import { newestIntake } from './repository.ts'
import type { Waiting } from './waiting.ts'

const waitingKey = 'intake-waiting'
const resultKey = 'intake-result'

type Finished = { readonly jobId: number; readonly result: IntakeResult }

const waiting = (desk: Desk, previewId: number): Waiting | undefined => {
  const found = desk.shelf.get(waitingKey) as Waiting | undefined
  return found?.id === previewId ? found : undefined
}

const gone = fail({ code: 'not-found', what: 'preview' })

export const intakeHandlers: Handlers<typeof intakeContract> = {
  inspect: (call, { uploadId, kind }) => {
    const { desk, session } = call
    // Invented households and real clients never meet in one book.
    if (session.book === 'sample') return refuse('intake.refusal.sample')
    const file = desk.uploads.whole(uploadId)
    if (!file.ok) return file
    desk.shelf.delete(waitingKey)
    const { name, bytes } = file.value
    const id = desk.jobs.start('intake.inspect', { kind, file: { name, bytes } }, (inspected) => {
      desk.uploads.drop(uploadId)
      desk.shelf.set(waitingKey, { id, ...inspected } satisfies Waiting)
    })
    return ok({ jobId: id })
  },
  preview: (call, { previewId }) => {
    const found = waiting(call.desk, previewId)
    return found ? ok(previewOf(call.db, found)) : gone
  },
  lines: (call, { previewId, filter, from }) => {
    const found = waiting(call.desk, previewId)
    return found ? ok(pageOfLines(found, filter, from)) : gone
  },
  apply: (call, { previewId, asOf, owners }) => {
    const { desk, session } = call
    const found = waiting(desk, previewId)
    if (!found) return gone
    if (asOf > call.today) return refuse('intake.refusal.future', { asOf })
    const newest = newestIntake(call.db, found.parsed.kind)?.asOf
    if (newest !== undefined && asOf < newest) return refuse('intake.refusal.older', { asOf, newest })
    if (owners.some(({ staffId }) => staffId === 'new') && !session.rights.includes('staff.manage'))
      return fail({ code: 'forbidden', right: 'staff.manage' })
    const open = found.owners.filter(({ name }) => name !== '' && !owners.some((o) => o.name === name))
    if (open.length > 0)
      return refuse('intake.refusal.owner-open', { names: open.map(({ name }) => name).join('、') })
    const jobId = desk.jobs.start('intake.apply', { parsed: found.parsed, asOf, owners }, (result) => {
      desk.shelf.set(resultKey, { jobId, result } satisfies Finished)
      desk.notices.tell({ kind: 'changed', topics: ['client', 'product', 'staff', 'intake', 'printout'] })
    })
    return ok({ jobId })
  },
  result: (call, { jobId }) => {
    const finished = call.desk.shelf.get(resultKey) as Finished | undefined
    return finished?.jobId === jobId ? ok(finished.result) : fail({ code: 'not-found', what: 'result' })
  },
  newest: (call) => {
    const names = staffNames(call.db)
    return ok(
      intakeKinds.flatMap((kind) => {
        const row = newestIntake(call.db, kind)
        if (!row) return []
        const by = names.get(row.staffId) ?? ''
        return [{ kind, asOf: row.asOf, fileName: row.fileName, by, day: plainDateAt(row.at, call.zone) }]
      }),
    )
  },
}
