// long because: each procedure of the contract stands in this one table with what it tells.
import { beforeAll, describe, expect, test } from 'vitest'
import { mayOpen } from '../../../electron/dossier/access.ts'
import { moveDossier } from '../../../electron/dossier/repository.ts'
import { shutFor } from '../../../electron/dossier/shut.ts'
import { dossierStates } from '../../../shared/dossier/model.ts'
import { rights, type Right } from '../../../shared/staff/rights.ts'
import { addBranch, sitDown, type Colleague } from '../../support/seats.ts'
import { doors } from '../../support/contract-walk.ts'
import { failureFrom, openTestDesk, withRights, type TestDesk } from '../../support/desk.ts'
import { dbOf } from '../../support/meeting.ts'
import { jobEnd } from '../../support/take-in.ts'
import { makeWholeDossier, marker, secrets, type WholeDossier } from '../../support/whole-dossier.ts'

// The client book says who somebody is, whose he is and what the bank's books say of him; the dossier says what was
// found out and decided. Every procedure that reads is asked about a client whose dossier lies open, is in the cabinet,
// and is sealed. One that is new has to be placed here before it is let in.

let on: TestDesk
let people: ReturnType<typeof addBranch>
let whole: WholeDossier
let printoutId: number

const put = (state: 'in-use' | 'in-cabinet' | 'handed-in' | 'sealed', holder: Colleague | null): void =>
  moveDossier(dbOf(on), {
    clientId: whole.clientId,
    state,
    holderId: holder?.id ?? null,
    place: 'A-1',
    dueAt: null,
    at: 1,
  })

// With every right but those of keepers and emergencies: the most anybody could see who deals with no seals.
const sealRights: readonly Right[] = ['dossier.seal', 'dossier.open', 'dossier.emergency']

const look = (person: Colleague = people.head): TestDesk['client'] => {
  sitDown(on, person)
  withRights(
    on,
    rights.filter((right) => !sealRights.includes(right)),
  )
  return on.client
}

const seal = async (): Promise<void> => {
  put('in-cabinet', null)
  // While a move waits nothing is sealed.
  dbOf(on).run('DELETE FROM encounter_move WHERE confirmed_by IS NULL')
  sitDown(on, people.li)
  await on.client.seal.propose({ clientId: whole.clientId, reason: 'secrecy', note: '客户怕家里人知道' })
  sitDown(on, people.feng)
  const [proposal] = await on.client.seal.proposals()
  const { jobId } = await on.client.seal.run({ proposalId: proposal?.id ?? 0 })
  expect(await jobEnd(on, jobId)).toMatchObject({ state: 'done' })
}

beforeAll(async () => {
  on = await openTestDesk({ at: '2026-11-25T10:00:00+08:00' })
  people = addBranch(on)
  whole = await makeWholeDossier(on)
  const { rows } = await on.client.printout.list({ clientId: whole.clientId })
  printoutId = rows[0]?.id ?? 0
  await on.client.custody.open({ clientId: whole.clientId })
  dbOf(on).run(
    `INSERT INTO encounter_move(encounter_id, from_client_id, to_client_id, number, why, requested_by, requested_at)
     VALUES (:encounterId, :clientId, :clientId, 2, '暗号：拿错了', :li, 1)`,
    { encounterId: whole.encounterId, clientId: whole.clientId, li: people.li.id },
  )
  put('in-cabinet', null)
  sitDown(on, people.head)
  await on.client.custody.ask({ ...of(), purpose: '核对地址', dueDay: '2026-11-25', dueClock: '16:00' })
})

const days = { from: '2026-11-01', until: '2026-11-30' }
const of = () => ({ clientId: whole.clientId })

/** In the dossier: refused while it is shut. */
const closed: Readonly<Record<string, () => Promise<unknown>>> = {
  'client.page': () => on.client.client.page({ id: whole.clientId }),
  'client.reveal': () =>
    on.client.client.reveal({ id: whole.clientId, field: 'phone', reason: 'contact-client' }),
  'consent.list': () => on.client.consent.list(of()),
  'draft.list': () => on.client.draft.list({ place: `/figure/${whole.clientId}/page` }),
  'encounter.get': () => on.client.encounter.get({ id: whole.encounterId }),
  'encounter.shelf': () => on.client.encounter.shelf({ id: whole.encounterId, needId: null }),
  'encounter.face': () => on.client.encounter.face({ id: whole.encounterId, face: 'a-window' }),
  'figure.list': () => on.client.figure.list(of()),
  'figure.history': () => on.client.figure.history({ ...of(), id: 1 }),
  'household.get': () => on.client.household.get(of()),
  'printout.page': () => on.client.printout.page({ job: `p${printoutId}` }),
  'statement.view': () => on.client.statement.view({ ...of(), readers: [1] }),
}

/** Whose rows are away has no meeting any more, no half-written input and no printed page to be asked for. */
const gone = ['encounter.get', 'encounter.shelf', 'encounter.face', 'printout.page']

const line = 'clientId clientNumber dossierNumber name place since state'
const sealedLine =
  'aum asOf auditHead auditSeq clientId dossierNumber name number owner place proposedBy sealedAt sealedBy sha256'
const ledger = 'asOf at by clientId clientName copy id kind number outcome returned seq way'
const entry = 'at by clientId clientNumber dossierNumber id move name note'
const request = 'askedAt clientId dossierNumber dossierState dueAt id name purpose staff staffId state'
const nothing: readonly string[] = []

type Told = {
  /** What is said of this client, line by line. */
  readonly ask: () => Promise<readonly object[]>
  /** The filled fields of each line while the dossier lies open, is in the cabinet, is sealed. */
  readonly open: readonly string[]
  readonly shut: readonly string[]
  readonly sealed: readonly string[]
}

/** The client book, the diary, and the registers of the cabinet, of the seals and of what was printed. */
const told: Readonly<Record<string, Told>> = {
  'client.list': {
    ask: async () => (await on.client.client.list({})).rows,
    open: ['age aum asOf id name number owner rating sex type typeConfirmed'],
    shut: ['age aum asOf dossier id name number owner sex'],
    sealed: ['aum asOf dossier id name number owner'],
  },
  'search.find': {
    ask: async () => (await on.client.search.find({ q: '6228480099' })).rows,
    open: ['birthDate dossierNumber id name numberTail owner phone sex'],
    // Birth date and number tell namesakes apart and are the second sign of practice 3.
    shut: ['birthDate dossier dossierNumber id name numberTail owner sex'],
    sealed: ['dossier dossierNumber id name numberTail owner'],
  },
  'encounter.list': {
    ask: () => on.client.encounter.list({ clientId: null, over: true }),
    open: ['appointment changedAt clientId clientName createdAt endedAt head id staffName step'],
    shut: ['appointment changedAt clientId clientName createdAt endedAt id staffName step'],
    sealed: nothing,
  },
  'encounter.moves': {
    ask: () => on.client.encounter.moves(),
    // Birth dates tell namesakes apart here too.
    open: ['encounterId from id isReady number requestedAt requestedBy to why'],
    shut: ['encounterId from id number requestedAt requestedBy to'],
    sealed: nothing,
  },
  'custody.state': {
    ask: async () => [await on.client.custody.state(of())],
    open: ['clientId clientNumber dossierNumber isOwner name place request since state'],
    shut: ['clientId clientNumber dossierNumber isOwner name place request since state'],
    sealed: ['clientId clientNumber dossierNumber isOwner name place request since state'],
  },
  'custody.today': {
    ask: async () => (await on.client.custody.today()).rows,
    open: ['clientId clientNumber dossierNumber name place reasons since state'],
    shut: nothing,
    sealed: nothing,
  },
  'custody.waiting': {
    ask: () => on.client.custody.waiting(),
    open: nothing,
    shut: nothing,
    sealed: nothing,
  },
  'custody.out': {
    ask: async () => (await on.client.custody.out()).rows,
    open: nothing,
    shut: nothing,
    sealed: nothing,
  },
  'custody.own': {
    ask: async () => (await on.client.custody.own()).rows,
    open: nothing,
    shut: [line],
    sealed: nothing,
  },
  'custody.requests': {
    ask: () => on.client.custody.requests(),
    open: [request],
    shut: [request],
    sealed: [request],
  },
  'custody.register': {
    ask: async () => (await on.client.custody.register(days)).rows,
    open: [entry],
    shut: [entry],
    sealed: ['at by clientId clientNumber dossierNumber id move name other place', entry],
  },
  'printout.list': {
    ask: async () => (await on.client.printout.list({})).rows,
    open: [ledger],
    shut: [ledger],
    sealed: [ledger],
  },
  'seal.of': {
    ask: async () => {
      const { proposal, sealed } = await on.client.seal.of(of())
      return [proposal, sealed].filter((each) => each !== null)
    },
    open: nothing,
    shut: nothing,
    sealed: [sealedLine],
  },
  'seal.proposals': { ask: () => on.client.seal.proposals(), open: nothing, shut: nothing, sealed: nothing },
  'seal.sealed': {
    ask: () => on.client.seal.sealed({}),
    open: nothing,
    shut: nothing,
    sealed: [sealedLine],
  },
  'seal.alarms': {
    ask: async () => Object.values(await on.client.seal.alarms()).flat(),
    open: nothing,
    shut: nothing,
    sealed: nothing,
  },
}

/** Sums over all clients, ids without names, files taken in by whoever takes them in, and what is about no client. */
const ofNobody: Readonly<Record<string, string>> = {
  'audit.list': 'actions and ids; never a name',
  'audit.verdict': 'the chain',
  'backup.list': 'copies',
  'backup.status': 'copies',
  'backup.drilled':
    'counts; its sheet is a page, and asks for the dossiers of the whole family (drill.test.ts)',
  'client.counts': 'clients and sums per owner, out of the bank’s books',
  'custody.counts': 'counts per state and place',
  'custody.loans': 'standing loans of colleagues',
  'encounter.script': 'the library',
  'intake.preview': 'counts of a file this person took in',
  'intake.lines': 'names masked, field names without values',
  'intake.result': 'counts',
  'intake.newest': 'which files came in',
  'job.state': 'how far',
  'notice.next': 'topics with ids',
  'product.list': 'the shelf',
  'request.outcome': 'whether it was done',
  'restore.list': 'backups, before anybody is unlocked',
  'restore.state': 'how far',
  'seal.olderCopies': 'counts and days',
  'seal.copies': 'counts and days',
  'session.state': 'doors; the last route holds ids only',
  'session.quick': 'one’s own door',
  'session.card': 'colleagues who hold the archive key',
  'session.me': 'whoever asks',
  'session.touch': 'nothing',
  'setting.get': 'the policy',
  'setup.list': 'counts',
  'staff.list': 'colleagues',
  'staff.logins': 'colleagues',
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === '' ||
  value === false ||
  value === 0 ||
  value === 'unknown' ||
  (Array.isArray(value) && value.length === 0)

const filled = (told: object): string =>
  Object.entries(told)
    .filter(([, value]) => !isEmpty(value))
    .map(([key]) => key)
    .toSorted()
    .join(' ')

const sorted = (words: string): string => words.split(' ').toSorted().join(' ')

const each = Object.entries(told)

describe('what is told of a client', () => {
  test('is placed for every procedure that reads, and for no other', () => {
    const reads = doors.filter(({ meta }) => meta.kind === 'read').map(({ name }) => name)
    const placed = [...Object.keys(closed), ...Object.keys(told), ...Object.keys(ofNobody)]
    expect(placed.toSorted()).toEqual(reads.toSorted())
  })

  test.each(each)('%s, while the dossier lies open for everybody', async (_name, { ask, open }) => {
    put('in-use', null)
    look()
    expect((await ask()).map(filled)).toEqual(open.map(sorted))
  })

  test.each(each)('%s, while the dossier is in the cabinet', async (_name, { ask, shut }) => {
    put('in-cabinet', null)
    look()
    const lines = await ask()
    expect(lines.map(filled)).toEqual(shut.map(sorted))
    const words = JSON.stringify(lines).replaceAll(secrets.name, '')
    for (const secret of [marker, secrets.phone, secrets.document]) expect(words).not.toContain(secret)
  })

  test.each(Object.entries(closed))('%s, refused in the cabinet', async (_name, ask) => {
    put('in-cabinet', null)
    look()
    expect(await failureFrom(ask())).toMatchObject({ rule: 'dossier.refusal.in-cabinet' })
  })

  test('is as little while somebody else has the dossier out, also in a list by type', async () => {
    put('in-use', people.wang)
    const client = look()
    expect((await client.client.list({})).rows[0]).toMatchObject({ type: null, rating: null })
    expect((await client.client.list({ type: 'quality' })).rows).toEqual([])
    expect((await client.client.list({ type: 'quality', owner: 1 })).rows).toEqual([])
    expect((await client.search.find({ q: secrets.name })).rows[0]?.phone).toBe('')
    expect(await client.encounter.list({ clientId: null, over: true })).toMatchObject([{ head: null }])
    look(people.wang)
    expect((await client.client.list({ type: 'quality' })).rows).toMatchObject([{ type: 'quality' }])
    expect((await client.search.find({ q: secrets.name })).rows[0]?.phone).toBe('186****2999')
  })

  test('is shut in a list exactly when the door is shut', () => {
    for (const state of dossierStates)
      for (const holder of [null, people.li, people.wang]) {
        // What stands in the cabinet or is sealed is with nobody.
        if (holder && (state === 'in-cabinet' || state === 'sealed')) continue
        put(state, holder)
        for (const { id: staffId } of [people.li, people.wang]) {
          const isShut = shutFor(dbOf(on), { staffId }, [whole.clientId]).has(whole.clientId)
          expect(isShut, `${state} ${holder?.name}`).toBe(!mayOpen(dbOf(on), { staffId }, whole.clientId).ok)
        }
      }
  })
})

describe('what is told of a client whose dossier is sealed', () => {
  beforeAll(seal)

  test.each(each)('%s', async (_name, { ask, sealed }) => {
    look()
    const lines = await ask()
    expect(lines.map(filled)).toEqual(sealed.map(sorted))
    const words = JSON.stringify(lines)
    for (const secret of [marker, secrets.phone, secrets.document, secrets.birthDate, '怕家里人'])
      expect(words).not.toContain(secret)
  })

  test.each(Object.entries(closed))('%s, refused', async (name, ask) => {
    look()
    const refused = gone.includes(name) ? { code: 'not-found' } : { rule: 'dossier.refusal.sealed' }
    expect(await failureFrom(ask())).toMatchObject(refused)
  })

  test('is in no list by type', async () => {
    for (const type of ['quality', 'ordinary'] as const)
      expect((await look().client.list({ type })).rows).toEqual([])
  })

  test('is found by a number by whoever sees clients, by the full name by a keeper only', async () => {
    const named = async (): Promise<number> => (await on.client.search.find({ q: secrets.name })).rows.length
    const stubs = async (find: string): Promise<number> => (await on.client.seal.sealed({ find })).length
    for (const person of [people.li, people.he, people.lobby]) {
      sitDown(on, person)
      if (person !== people.he) expect(await named()).toBe(0)
      expect((await on.client.search.find({ q: 'YH-2026-0099' })).rows).toHaveLength(1)
    }
    sitDown(on, people.li)
    expect(await stubs(secrets.name)).toBe(0)
    expect(await stubs('6228480099')).toBe(1)
    sitDown(on, people.feng)
    expect(await stubs(secrets.name)).toBe(1)
    // A supervisor who is a deputy keeper finds by name wherever she types it.
    sitDown(on, people.he)
    expect(await named()).toBe(1)
  })

  test('is never why, but for who deals with seals and who proposed it', async () => {
    const why = async (person: Colleague) => {
      sitDown(on, person)
      return (await on.client.seal.of(of())).sealed?.reason
    }
    expect(await why(people.wang)).toBe(null)
    expect(await why(people.lobby)).toBe(null)
    expect(await why(people.li)).toBe('secrecy')
    expect(await why(people.he)).toBe('secrecy')
    expect(await why(people.head)).toBe('secrecy')
    sitDown(on, people.wang)
    expect(await failureFrom(on.client.seal.prepareCertificate(of()))).toMatchObject({ code: 'forbidden' })
  })
})
