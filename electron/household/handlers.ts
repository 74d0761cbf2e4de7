import type { householdContract } from '../../shared/household/contract.ts'
import { inTableOrder, type Member } from '../../shared/household/model.ts'
import { fitsHousehold, mayKeepMember } from '../../shared/household/rules.ts'
import { fail, ok, refuse, type Result } from '../../shared/result.ts'
import { clientById } from '../client/repository.ts'
import type { Read } from '../database/handle.ts'
import type { WriteCall } from '../desk/call.ts'
import type { Handlers } from '../desk/handlers-type.ts'
import {
  changeMember,
  endMember,
  ensureHousehold,
  householdOf,
  insertMember,
  memberById,
  membersOf,
  moveMember,
} from './repository.ts'
import { householdChanged } from './changed.ts'
import { leaveHousehold } from './leave.ts'

const missing = (what: string): Result<never> => fail({ code: 'not-found', what })

const bare = ({ householdId: _, ...member }: Member & { readonly householdId: number }): Member => member

const memberNow = (db: Read, id: number): Result<Member> => {
  const member = memberById(db, id)
  return member ? ok(bare(member)) : missing('member')
}

const tell = (call: WriteCall, action: string, householdId: number, memberId: number): void => {
  call.audit({ action, object: `member:${memberId}` })
  householdChanged(call, householdId)
}

// A member of this client's household, as the window last saw him.
const expected = (db: Read, clientId: number, memberId: number, seq: number): Result<Member> => {
  const home = householdOf(db, clientId)
  const member = memberById(db, memberId)
  if (!home || !member || member.householdId !== home.householdId) return missing('member')
  if (member.seq !== seq) return fail({ code: 'stale', expected: member.seq, got: seq })
  return ok(bare(member))
}

export const householdHandlers: Handlers<typeof householdContract> = {
  get: (call, { clientId }) => {
    if (!clientById(call.db, clientId)) return missing('client')
    const home = householdOf(call.db, clientId)
    if (!home) return ok(null)
    const members = inTableOrder(membersOf(call.db, home.householdId, call.today))
    return ok({ id: home.householdId, selfId: home.memberId, members: [...members] })
  },
  begin: (call, { clientId }) => {
    if (!clientById(call.db, clientId)) return missing('client')
    const before = householdOf(call.db, clientId)
    const home = ensureHousehold(call.db, clientId, call.now)
    if (!before) tell(call, 'household.begun', home.householdId, home.memberId)
    const members = inTableOrder(membersOf(call.db, home.householdId, call.today))
    return ok({ id: home.householdId, selfId: home.memberId, members: [...members] })
  },
  addMember: (call, { clientId, since, requestKey: _, ...member }) => {
    if (!clientById(call.db, clientId)) return missing('client')
    const allowed = mayKeepMember({ ...member, clientId: null })
    if (!allowed.ok) return allowed
    const { householdId } = ensureHousehold(call.db, clientId, call.now)
    const fits = fitsHousehold(membersOf(call.db, householdId, call.today), member)
    if (!fits.ok) return fits
    const validFrom = since ?? call.today
    const id = insertMember(call.db, { ...member, householdId, clientId: null, validFrom, at: call.now })
    tell(call, 'member.added', householdId, id)
    return memberNow(call.db, id)
  },
  changeMember: (call, { clientId, memberId, seq, requestKey: _, ...member }) => {
    const before = expected(call.db, clientId, memberId, seq)
    if (!before.ok) return before
    const allowed = mayKeepMember({ ...member, clientId: before.value.clientId })
    if (!allowed.ok) return allowed
    const householdId = householdOf(call.db, clientId)?.householdId ?? 0
    const others = membersOf(call.db, householdId, call.today).filter((other) => other.id !== memberId)
    const fits = fitsHousehold(others, member)
    if (!fits.ok) return fits
    changeMember(call.db, { ...member, id: memberId })
    tell(call, 'member.changed', householdId, memberId)
    return memberNow(call.db, memberId)
  },
  joinClient: (call, { clientId, otherClientId, relation }) => {
    if (!clientById(call.db, clientId) || !clientById(call.db, otherClientId)) return missing('client')
    const { householdId } = ensureHousehold(call.db, clientId, call.now)
    const other = ensureHousehold(call.db, otherClientId, call.now)
    const fits = fitsHousehold(membersOf(call.db, householdId, call.today), { relation })
    if (!fits.ok) return fits
    const alone = membersOf(call.db, other.householdId, call.today).length === 1
    if (other.householdId === householdId || !alone) return refuse('household.refusal.already-joined')
    moveMember(call.db, other, householdId, relation)
    tell(call, 'member.joined', householdId, other.memberId)
    householdChanged(call, other.householdId)
    return memberNow(call.db, other.memberId)
  },
  endMember: (call, { clientId, memberId, seq, until }) => {
    const before = expected(call.db, clientId, memberId, seq)
    if (!before.ok) return before
    if (before.value.relation === 'head') return refuse('household.refusal.head-stays')
    const householdId = householdOf(call.db, clientId)?.householdId ?? 0
    const by = { staffId: call.session.staffId, at: call.now, encounterId: null }
    const { clientId: leaving } = before.value
    if (leaving === null) endMember(call.db, memberId, until)
    else {
      const own = leaveHousehold(call.db, { householdId, memberId, clientId: leaving, until, by })
      householdChanged(call, own.householdId)
    }
    tell(call, 'member.ended', householdId, memberId)
    return memberNow(call.db, memberId)
  },
}
