import type { SessionView } from '../../shared/session/contract.ts'
import type { OpenDesk } from '../desk/desk.ts'
import { plainDateAt } from '../desk/zone.ts'
import { lastPlace } from '../draft/repository.ts'
import { currentPolicy, readSetting } from '../setting/repository.ts'

/** What the window may know of the session. */
export const sessionView = (open: OpenDesk, now: number): SessionView => {
  const policy = currentPolicy(open.db)
  const place = lastPlace(open.db, open.session.staffId)
  return {
    staffId: open.session.staffId,
    name: open.session.name,
    roles: [...open.session.roles],
    rights: [...open.session.rights],
    book: open.session.book,
    mustChange: open.session.mustChange,
    samplePassphrase: open.samplePassphrase,
    cardConfirmed: open.session.book === 'sample' || readSetting(open.db, 'cardConfirmed') === true,
    clockSuspect: open.clockSuspect,
    readOnly: open.readOnly,
    bank: policy.bank,
    branch: policy.branch,
    today: plainDateAt(now, policy.zone),
    zone: policy.zone,
    idleMinutes: policy.idleMinutes,
    place: place ?? null,
  }
}
