import type { Role } from '../../shared/staff/rights.ts'
import { rightsOf } from '../../shared/staff/rights.ts'
import { openTestDesk, type TestClient, type TestDesk } from '../support/desk.ts'
import { signIn } from '../support/hire.ts'
import { addClient, dbOf } from '../support/meeting.ts'
import { ownPassphrase } from '../support/people.ts'
import type { Colleague } from '../support/seats.ts'

// What the branch of the long soak is told, kept beside it in plain memory.

export type Known = {
  state: 'in-use' | 'handed-in' | 'in-cabinet' | 'sealed'
  holderId: number | null
  place: string
  figures: number[]
  meetings: number
}

/** Where a dossier is after a move, and with whom. */
export const put = (known: Known, state: Known['state'], holderId: number | null = null): void =>
  void Object.assign(known, { state, holderId })

export type Model = {
  readonly dossiers: Map<number, Known>
  readonly roles: Map<number, readonly Role[]>
  fengHasKey: boolean
  /** What her own slot keeps until she comes in again. */
  fengStillHolds: boolean
  newestBackup: string | null
}

type Name = 'head' | 'he' | 'feng' | 'li' | 'wang'

export type World = {
  desk: TestDesk
  readonly people: Readonly<Record<Name, Colleague>>
  readonly self: ReadonlyMap<number, number>
  readonly model: Model
}

/** Another person at the same PC, without the half second a door costs; the keys in memory stay the deputy keeper's. */
export const seat = ({ desk }: Pick<World, 'desk'>, { id, name, roles }: Colleague): TestClient => {
  const session = desk.desk.open()?.session
  if (!session) throw new Error('the desk is locked')
  desk.desk.change({ session: { ...session, staffId: id, name, roles, rights: rightsOf(roles) } })
  return desk.client
}

/** Locks, and lets this person in a minute later. */
export const comeIn = async (world: Pick<World, 'desk'>, name: string): Promise<void> => {
  const { dataFolder, clock } = world.desk
  const at = new Date(clock.now() + 60_000).toISOString()
  await world.desk.lock()
  world.desk = await openTestDesk({ dataFolder, at, closed: true })
  await signIn(world.desk.client, name, ownPassphrase(name))
}

const clients = ['郝欣', '贺超文', '郝欣'] as const

export const newModel = async (desk: TestDesk, headName: string): Promise<World> => {
  const staff = await desk.client.staff.list()
  const named = (name: string): Colleague => {
    const found = staff.find((each) => each.name === name)
    if (!found) throw new Error(`${name} does not work here`)
    return found
  }
  const people = {
    head: named(headName),
    he: named('何静'),
    feng: named('冯岚'),
    li: named('李理财'),
    wang: named('王理财'),
  }
  const ids = clients.map((name) => addClient(desk, name))
  for (const id of ids) dbOf(desk).run('UPDATE client SET owner_id = ? WHERE id = ?', [people.li.id, id])
  const period = { from: '2026-11-23', until: '2026-12-31' }
  await seat({ desk }, people.head).custody.grantLoan({ staffId: people.li.id, ...period })
  const li = seat({ desk }, people.li)
  const self = new Map<number, number>()
  for (const clientId of ids) {
    self.set(clientId, (await li.household.begin({ clientId })).selfId)
    await li.custody.open({ clientId })
  }
  const known = (): Known => ({ state: 'in-use', holderId: null, place: '', figures: [], meetings: 0 })
  return {
    desk,
    people,
    self,
    model: {
      dossiers: new Map(ids.map((id) => [id, known()])),
      roles: new Map(staff.map(({ id, roles }) => [id, roles])),
      fengHasKey: true,
      fengStillHolds: true,
      newestBackup: null,
    },
  }
}
