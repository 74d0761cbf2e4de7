import type { Role } from '../../shared/staff/rights.ts'
import type { Failure } from '../../shared/failure.ts'
import { failureFrom, openTestDesk, passphrase, person, type TestDesk } from './desk.ts'

/** A passphrase of each person's own, long enough to be taken. */
export const ownPassphrase = (name: string): string => `${name} 云湖路 自己的口令`

/** The colleagues of the stories who sit at the PC, each with what he does. */
export const colleagues: readonly { readonly name: string; readonly roles: readonly Role[] }[] = [
  { name: '何静', roles: ['supervisor', 'archive-keeper'] },
  { name: '冯岚', roles: ['archive-keeper'] },
  { name: '吴倩', roles: ['lobby-manager'] },
  { name: '李理财', roles: ['wealth-manager'] },
  { name: '王理财', roles: ['wealth-manager'] },
  { name: '赵理财', roles: ['wealth-manager'] },
]

/** Unlocks the folder of a desk that was locked, as the person behind that name. */
export const openAs = async (
  desk: Pick<TestDesk, 'dataFolder'>,
  name: string,
  typed = name === person ? passphrase : ownPassphrase(name),
): Promise<TestDesk> => {
  const opened = await openTestDesk({ dataFolder: desk.dataFolder, closed: true })
  const door = (await opened.client.session.state()).doors.find((each) => each.name === name)
  if (!door) throw new Error(`${name} has no door`)
  await opened.client.session.unlock({ slotId: door.slotId, passphrase: typed, book: 'main' })
  return opened
}

/** What the door says to this passphrase; the desk is locked again. */
export const refusedAt = async (
  desk: Pick<TestDesk, 'dataFolder'>,
  name: string,
  typed: string,
): Promise<Failure> => {
  const closed = await openTestDesk({ dataFolder: desk.dataFolder, closed: true })
  const door = (await closed.client.session.state()).doors.find((each) => each.name === name)
  if (!door) throw new Error(`${name} has no door`)
  const failure = await failureFrom(
    closed.client.session.unlock({ slotId: door.slotId, passphrase: typed, book: 'main' }),
  )
  await closed.lock()
  return failure
}

/** First unlock of somebody who was given a passphrase: it is changed, and the desk is locked again. */
export const takeUp = async (
  desk: Pick<TestDesk, 'dataFolder'>,
  name: string,
  first: string,
): Promise<TestDesk> => {
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
export const makePeople = async (desk: TestDesk, names: readonly string[]): Promise<void> => {
  const firsts: [string, string][] = []
  for (const { name, roles } of colleagues.filter((each) => names.includes(each.name))) {
    const added = await desk.client.staff.addUser({ name, post: '', roles: [...roles], passphrase: null })
    firsts.push([name, added.passphrase])
  }
  await desk.lock()
  for (const [name, first] of firsts) await (await takeUp(desk, name, first)).lock()
}
