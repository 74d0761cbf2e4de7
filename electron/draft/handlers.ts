import type { draftContract } from '../../shared/draft/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ReadCall } from '../desk/call.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import { mayOpen } from '../dossier/access.ts'
import { clientOfPlace } from './client-of.ts'
import { draftsOf, dropDraft, dropDrafts, putDraft } from './repository.ts'

// Only the person who typed a draft ever gets it back: the staff id comes from the session, never from the window.
// What was half said about a client lies in his dossier, also for the person who typed it.
const mayTouch = (call: Pick<ReadCall, 'db' | 'session'>, place: string): Result<null> => {
  const clientId = clientOfPlace(call.db, place)
  return clientId === null ? ok(null) : mayOpen(call.db, call.session, clientId)
}

export const draftHandlers: Handlers<typeof draftContract> = {
  list: (call, { place }) => {
    const open = mayTouch(call, place)
    return open.ok ? ok(draftsOf(call.db, call.session.staffId, place)) : open
  },
  put: (call, { place, field, value }) => {
    const open = mayTouch(call, place)
    if (!open.ok) return open
    putDraft(call.db, { staffId: call.session.staffId, place, field, value, at: call.now })
    return ok({ at: call.now })
  },
  drop: (call, { place, field }) => {
    if (field === undefined) dropDrafts(call.db, call.session.staffId, place)
    else dropDraft(call.db, call.session.staffId, place, field)
    return ok({})
  },
}
