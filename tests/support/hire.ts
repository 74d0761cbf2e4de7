import type { Role } from '../../shared/staff/rights.ts'
import type { PlainDesk, TestClient } from './plain-desk.ts'

// The one way a branch of tests comes to its people: the centre head gives each a login, and each changes the first
// passphrase for an own one at the first unlock, as on a first morning.

export type NewPerson = {
  readonly name: string
  readonly passphrase: string
  readonly roles: readonly Role[]
}

type Sitting = Pick<PlainDesk, 'client' | 'lock'>

/** The door of the vault that bears this name. */
export const slotOf = async (client: TestClient, name: string): Promise<string> => {
  const door = (await client.session.state()).doors.find((each) => each.name === name)
  if (!door) throw new Error(`${name} has no door`)
  return door.slotId
}

export const signIn = async (client: TestClient, name: string, passphrase: string): Promise<void> => {
  const slotId = await slotOf(client, name)
  await client.session.unlock({ slotId, passphrase, book: 'main' })
}

/** Makes the vault of a first morning; returns the words of its recovery card. */
export const foundBranch = async (
  client: TestClient,
  first: {
    readonly bank: string
    readonly branch: string
    readonly name: string
    readonly passphrase: string
  },
): Promise<readonly string[]> => {
  const { bank, branch, name, passphrase } = first
  const { words, ask } = await client.session.create({ bank, branch, name, passphrase })
  const answers = ask.map((place) => ({ place, word: words[place - 1] ?? '' }))
  await client.session.confirmCard({ answers })
  return words
}

/** Leaves the desk locked; `reopen` gives the next one on the same folder. */
export const hire = async (
  head: Sitting,
  people: readonly NewPerson[],
  reopen: () => Sitting | Promise<Sitting>,
): Promise<void> => {
  const firsts = new Map<NewPerson, string>()
  for (const person of people) {
    const { name, roles } = person
    const added = await head.client.staff.addUser({ name, post: '', roles: [...roles], passphrase: null })
    firsts.set(person, added.passphrase)
  }
  await head.lock()
  for (const [{ name, passphrase }, first] of firsts) {
    const own = await reopen()
    await signIn(own.client, name, first)
    await own.client.session.changePassphrase({ old: first, next: passphrase })
    await own.lock()
  }
}
