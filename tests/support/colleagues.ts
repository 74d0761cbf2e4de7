import { addPassphraseSlot } from '../../electron/vault/change-slots.ts'
import { insertStaff } from '../../electron/staff/repository.ts'
import { folderOf } from '../../electron/session/folders.ts'
import { rightsOf, type Role } from '../../shared/staff/rights.ts'
import { openTestDesk, person, type TestDesk } from './desk.ts'
import { testCost } from './test-cost.ts'

// Several people on one desk, each with a door of the vault and a row among the staff.

export type Colleague = { readonly id: number; readonly name: string; readonly roles: readonly Role[] }

type Person = Colleague & { readonly slotId: string; readonly passphrase: string }

const openOf = (test: TestDesk) => {
  const open = test.desk.open()
  if (!open) throw new Error('the desk is locked')
  return open
}

/** A person of these roles who sits down by `sitDown`; his door is a name only. */
export const addColleague = (test: TestDesk, name: string, roles: readonly Role[]): Colleague => {
  const { db } = openOf(test)
  const at = test.clock.now()
  const id = db.transact(() => insertStaff(db, { name, post: '', roles, slotId: `slot-of-${name}`, at }))
  return { id, name, roles }
}

export const addColleagueWithDoor = async (
  test: TestDesk,
  name: string,
  roles: readonly Role[],
): Promise<Person> => {
  const open = openOf(test)
  const passphrase = `${name}的口令 云湖 2026 夜`
  const { clock, random } = test.desk.ports
  const slot = await addPassphraseSlot({
    folder: folderOf(test.dataFolder, 'main'),
    keys: open.keys,
    kdf: testCost,
    now: clock.now(),
    monotonic: clock.monotonic,
    random,
    label: name,
    passphrase,
  })
  if (!slot.ok) throw new Error(JSON.stringify(slot.failure))
  const { slotId } = slot.value
  const at = clock.now()
  const id = open.db.transact(() => insertStaff(open.db, { name, post: '', roles, slotId, at }))
  return { id, name, roles, slotId, passphrase }
}

/** The same desk with another person in front of it. */
export const sitDown = (test: TestDesk, { id, name, roles }: Colleague): TestDesk => {
  const open = openOf(test)
  const session = { ...open.session, staffId: id, name, roles, rights: rightsOf(roles) }
  test.desk.setOpen({ ...open, session }, () => Promise.resolve())
  return test
}

/** The first person of every test vault: head of the centre and manager at once. */
export const headOf = (test: TestDesk): Colleague => {
  const found = openOf(test).db.one<{ id: number }>('SELECT id FROM staff WHERE name = ?', [person])
  return { id: found?.id ?? 1, name: person, roles: ['centre-head', 'wealth-manager'] }
}

/** Locks the desk and lets this person in by his own door, at a later time of the same clock. */
export const enterAs = async (
  dataFolder: string,
  { slotId, passphrase }: Pick<Person, 'slotId' | 'passphrase'>,
  at: string,
): Promise<TestDesk> => {
  const test = await openTestDesk({ at, dataFolder, closed: true })
  await test.client.session.unlock({ slotId, passphrase, book: 'main' })
  return test
}

/** The branch of the stories: 李 and 王 with clients, 冯岚 keeper, 何静 supervisor and deputy keeper. */
export const addBranch = (test: TestDesk) => ({
  head: headOf(test),
  li: addColleague(test, '李理财', ['wealth-manager']),
  wang: addColleague(test, '王理财', ['wealth-manager']),
  feng: addColleague(test, '冯岚', ['archive-keeper']),
  he: addColleague(test, '何静', ['supervisor', 'archive-keeper']),
  lobby: addColleague(test, '吴倩', ['lobby-manager']),
})
