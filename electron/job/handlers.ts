import { fail, ok } from '../../shared/result.ts'
import type { jobContract } from '../../shared/job/contract.ts'
import type { Handlers } from '../desk/handlers-type.ts'

export const jobHandlers: Handlers<typeof jobContract> = {
  state: (call, { id }) => {
    const view = call.desk.jobs.view(id)
    return view ? ok(view) : fail({ code: 'not-found', what: 'job' })
  },
  cancel: (call, { id }) => {
    const view = call.desk.jobs.cancel(id)
    return view ? ok(view) : fail({ code: 'not-found', what: 'job' })
  },
}
