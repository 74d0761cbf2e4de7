import { addPassphraseSlot } from '../../electron/vault/change-slots.ts'
import { insertStaff } from '../../electron/staff/repository.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Role } from '../../shared/staff/rights.ts'
import { failureFrom, openTestDesk, passphrase, person, type TestDesk } from './desk.ts'
import { hire, signIn, slotOf } from './hire.ts'
import { openOf, type Colleague } from './seats.ts'
import { testCost } from './test-cost.ts'

// People with a door of their own. Those of a story are hired by the product's own calls; where only somebody else's
// session is needed, `addPerson` gives a door in one step, without the first passphrase that has to be changed.

export type Person = { readonly name: string; readonly slotId: string; readonly passphrase: string }

/** A passphrase of each person's own, long enough to be taken. */
export const ownPassphrase = (name: string): string => `${name} 云湖路 自己的口令`

/** The colleagues of the stories who sit at the PC, each with what he does. */
const colleagues = [
  { name: '何静', roles: ['supervisor', 'archive-keeper'] },
  { name: '冯岚', roles: ['archive-keeper'] },
  { name: '吴倩', roles: ['lobby-manager'] },
  { name: '李理财', roles: ['wealth-manager'] },
  { name: '王理财', roles: ['wealth-manager'] },
  { name: '赵理财', roles: ['wealth-manager'] },
] as const satisfies readonly { readonly name: string; readonly roles: readonly Role[] }[]

type Folder = Pick<TestDesk, 'dataFolder'>

const openClosed = ({ dataFolder }: Folder, at?: string): Promise<TestDesk> =>
  openTestDesk({ dataFolder, closed: true, ...(at === undefined ? {} : { at }) })

/** Unlocks the folder of a desk that was locked, as the person behind that name. */
export const openAs = async (
  desk: Folder,
  name: string,
  typed = name === person ? passphrase : ownPassphrase(name),
): Promise<TestDesk> => {
  const opened = await openClosed(desk)
  await signIn(opened.client, name, typed)
  return opened
}

/** What the door says to this passphrase; the desk is locked again. */
export const refusedAt = async (desk: Folder, name: string, typed: string): Promise<Failure> => {
  const closed = await openClosed(desk)
  const failure = await failureFrom(signIn(closed.client, name, typed))
  await closed.lock()
  return failure
}

/** First unlock of somebody who was given a passphrase: it is changed. */
export const takeUp = async (desk: Folder, name: string, first: string): Promise<TestDesk> => {
  const opened = await openAs(desk, name, first)
  await opened.client.session.changePassphrase({ old: first, next: ownPassphrase(name) })
  return opened
}

export const staffIdOf = async (desk: TestDesk, name: string): Promise<number> => {
  const found = (await desk.client.staff.list()).find((each) => each.name === name)
  if (!found) throw new Error(`${name} does not work here`)
  return found.id
}

/** Gives logins to these people, lets each change the first passphrase, and leaves the desk locked. */
export const makePeople = (desk: TestDesk, names: readonly string[]): Promise<void> => {
  const wanted = colleagues.filter(({ name }) => names.includes(name))
  const people = wanted.map((each) => ({ ...each, passphrase: ownPassphrase(each.name) }))
  return hire(desk, people, () => openClosed(desk))
}

/** One more person who can unlock; a keeper's door holds the archive key as well. */
export const addPerson = async (
  test: TestDesk,
  name: string,
  roles: readonly Role[],
): Promise<Person & Colleague> => {
  const { vaultFolder, keys, db } = openOf(test)
  const { clock, random } = test.desk.ports
  const own = ownPassphrase(name)
  const added = await addPassphraseSlot({
    folder: vaultFolder,
    keys,
    kdf: testCost,
    now: clock.now(),
    monotonic: clock.monotonic,
    random,
    label: name,
    passphrase: own,
    roles: roles.includes('archive-keeper') ? ['archive'] : [],
  })
  if (!added.ok) throw new Error(JSON.stringify(added.failure))
  const { slotId } = added.value
  const id = db.transact(() => insertStaff(db, { name, post: '', roles, slotId, at: clock.now() }))
  return { id, name, roles, slotId, passphrase: own }
}

/** The first person of a test vault, behind her own door. */
export const firstPerson = async (test: TestDesk): Promise<Person> => ({
  name: person,
  passphrase,
  slotId: await slotOf(test.client, person),
})

/** Lets this person into a folder that is locked, at a later time of the same day or another. */
export const enterAs = async (
  desk: Folder,
  { slotId, passphrase: typed }: Person,
  at?: string,
): Promise<TestDesk> => {
  const next = await openClosed(desk, at)
  await next.client.session.unlock({ slotId, passphrase: typed, book: 'main' })
  return next
}

/** Locks, and unlocks the same vault as somebody else. */
export const switchTo = async (test: TestDesk, who: Person, at?: string): Promise<TestDesk> => {
  await test.lock()
  return enterAs(test, who, at)
}
