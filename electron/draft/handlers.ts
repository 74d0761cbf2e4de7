import { ok } from '../../shared/result.ts'
import type { draftContract } from '../../shared/draft/contract.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { draftsOf, dropDraft, dropDrafts, putDraft } from './repository.ts'

// Only the person who typed a draft ever gets it back: the staff id comes from the session, never from the window.
export const draftHandlers: Handlers<typeof draftContract> = {
  list: (call, { place }) => ok(draftsOf(call.db, call.session.staffId, place)),
  put: (call, { place, field, value }) => {
    putDraft(call.db, { staffId: call.session.staffId, place, field, value, at: call.now })
    return ok({ at: call.now })
  },
  drop: (call, { place, field }) => {
    if (field === undefined) dropDrafts(call.db, call.session.staffId, place)
    else dropDraft(call.db, call.session.staffId, place, field)
    return ok({})
  },
}
