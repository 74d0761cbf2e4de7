import { beforeAll, describe, expect, test } from 'vitest'
import { insertDossier, moveDossier } from '../../../electron/dossier/repository.ts'
import { insertCheckout } from '../../../electron/custody/checkout-rows.ts'
import type { DossierState } from '../../../shared/dossier/model.ts'
import { addBranch, sitDown, type Colleague } from '../../support/seats.ts'
import { failureFrom, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { addClient, dbOf } from '../../support/meeting.ts'

// Every place a dossier can be in, met with everything that can be done to it, on the real desk: what is allowed moves
// it to the one place the table names, everything else is refused and moves nothing.

let on: TestDesk
let people: ReturnType<typeof addBranch>

beforeAll(async () => {
  on = await openTestDesk({ at: '2026-11-25T10:00:00+08:00' })
  people = addBranch(on)
  const { head, li } = people
  await sitDown(on, head).client.custody.grantLoan({
    staffId: li.id,
    from: '2026-11-25',
    until: '2026-12-31',
  })
})

const places = [
  'none',
  'open',
  'with-li',
  'with-wang',
  'given-by-li',
  'given-by-wang',
  'in-cabinet',
  'sealed',
] as const

type Here = (typeof places)[number]

const standing = (here: Here): readonly [DossierState, Colleague | null] | null => {
  const { li, wang } = people
  switch (here) {
    case 'none':
      return null
    case 'open':
      return ['in-use', null]
    case 'with-li':
      return ['in-use', li]
    case 'with-wang':
      return ['in-use', wang]
    case 'given-by-li':
      return ['handed-in', li]
    case 'given-by-wang':
      return ['handed-in', wang]
    default:
      return [here, null]
  }
}

/** A client of 李 whose dossier is there. */
const clientIn = (here: Here): number => {
  const db = dbOf(on)
  const clientId = addClient(on, '郝欣')
  db.run('UPDATE client SET owner_id = ? WHERE id = ?', [people.li.id, clientId])
  const to = standing(here)
  if (to === null) return clientId
  const [state, holder] = to
  insertDossier(db, { clientId, state: 'in-use', year: null, sequence: null, at: on.clock.now() })
  moveDossier(db, {
    clientId,
    state,
    holderId: holder?.id ?? null,
    place: 'A-1-1',
    dueAt: null,
    at: on.clock.now(),
  })
  return clientId
}

const approvedFor = (clientId: number, staff: Colleague): number => {
  const db = dbOf(on)
  const dueAt = on.clock.now() + 3_600_000
  const id = insertCheckout(db, { clientId, staffId: staff.id, purpose: '核对', dueAt, at: on.clock.now() })
  db.run(`UPDATE checkout SET state = 'approved', decided_by = ? WHERE id = ?`, [people.head.id, id])
  return id
}

type Act = {
  readonly name: string
  readonly by: keyof ReturnType<typeof addBranch>
  readonly run: (clientId: number) => Promise<unknown>
  readonly leads: Partial<Record<Here, Here>>
}

const custody = () => on.client.custody

const acts: readonly Act[] = [
  {
    name: 'opens it',
    by: 'li',
    run: (clientId) => custody().open({ clientId }),
    leads: { none: 'open' },
  },
  {
    name: 'hands it in',
    by: 'li',
    run: (clientId) => custody().handIn({ clientIds: [clientId] }),
    leads: { none: 'given-by-li', open: 'given-by-li', 'with-li': 'given-by-li' },
  },
  {
    name: 'takes it back before it is accepted',
    by: 'li',
    run: (clientId) => custody().withdraw({ clientId }),
    leads: { 'given-by-li': 'with-li' },
  },
  {
    name: 'accepts it',
    by: 'feng',
    run: (clientId) => custody().accept({ items: [{ clientId, place: 'A-1-1' }] }),
    leads: { 'given-by-li': 'in-cabinet', 'given-by-wang': 'in-cabinet' },
  },
  {
    name: 'sends it back',
    by: 'feng',
    run: (clientId) => custody().sendBack({ clientId, reason: '少一页' }),
    leads: { 'given-by-li': 'with-li', 'given-by-wang': 'with-wang' },
  },
  {
    name: 'takes it out under a standing loan',
    by: 'li',
    run: (clientId) => custody().takeOut({ clientIds: [clientId] }),
    leads: { 'in-cabinet': 'with-li' },
  },
  {
    name: 'issues it to 王 for whom it was approved',
    by: 'feng',
    run: (clientId) => custody().issue({ id: approvedFor(clientId, people.wang) }),
    leads: { 'in-cabinet': 'with-wang' },
  },
]

const now = (clientId: number): unknown =>
  dbOf(on).one('SELECT state, holder_id AS holderId FROM dossier WHERE client_id = ?', [clientId])

const linesOf = (clientId: number): number =>
  dbOf(on).one<{ n: number }>('SELECT count(*) AS n FROM custody WHERE client_id = ?', [clientId])?.n ?? 0

const rowOf = (here: Here): unknown => {
  const to = standing(here)
  return to === null ? undefined : { state: to[0], holderId: to[1]?.id ?? null }
}

describe.each(acts)('somebody $name', ({ by, run, leads }) => {
  test.each(places)('when it is %s', async (here) => {
    const clientId = clientIn(here)
    sitDown(on, people[by])
    const before = linesOf(clientId)
    const to = leads[here]
    if (to === undefined) {
      expect((await failureFrom(run(clientId))).code).toMatch(/refused|not-found/)
      expect(now(clientId)).toEqual(rowOf(here))
      expect(linesOf(clientId)).toBe(before)
    } else {
      await run(clientId)
      expect(now(clientId)).toEqual(rowOf(to))
      expect(linesOf(clientId)).toBeGreaterThan(before)
    }
  })
})

test('期初建账 enters what has no dossier and leaves the rest where it is', async () => {
  const clients = places.map((here) => [here, clientIn(here)] as const)
  sitDown(on, people.head)
  expect((await custody().book({ ownerId: people.li.id, place: 'B-2-1' })).booked).toBeGreaterThan(0)
  for (const [here, clientId] of clients)
    expect(now(clientId), here).toEqual(rowOf(here === 'none' ? 'in-cabinet' : here))
  expect(await custody().book({ ownerId: people.li.id, place: 'B-2-1' })).toEqual({ booked: 0 })
})

test('the register is only added to', () => {
  const db = dbOf(on)
  expect(() => db.run(`UPDATE custody SET note = 'x'`)).toThrow('only added to')
  expect(() => db.run('DELETE FROM custody')).toThrow('only added to')
})
