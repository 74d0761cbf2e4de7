import { insertStaff } from '../../electron/staff/repository.ts'
import { rightsOf, type Role } from '../../shared/staff/rights.ts'
import { person, type TestDesk } from './desk.ts'

// Several people on one desk that is never locked: each has a row among the staff, and sits down without a door.

export type Colleague = { readonly id: number; readonly name: string; readonly roles: readonly Role[] }

export const openOf = (test: TestDesk) => {
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

/** The branch of the stories: 李 and 王 with clients, 冯岚 keeper, 何静 supervisor and deputy keeper. */
export const addBranch = (test: TestDesk) => ({
  head: headOf(test),
  li: addColleague(test, '李理财', ['wealth-manager']),
  wang: addColleague(test, '王理财', ['wealth-manager']),
  feng: addColleague(test, '冯岚', ['archive-keeper']),
  he: addColleague(test, '何静', ['supervisor', 'archive-keeper']),
  lobby: addColleague(test, '吴倩', ['lobby-manager']),
})
