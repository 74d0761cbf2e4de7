import { describe, expect, it } from 'vitest'
import { makePeople, openAs, staffIdOf } from '../../support/people.ts'
import { dbOf } from '../../support/meeting.ts'
import { failureFrom, openTestDesk, person, type TestDesk } from '../../support/desk.ts'

// Two acts at once, as two windows can send them: the second is judged by what the first one left.

/** What each of these calls was refused with; undefined: it was done. */
const refusals = async (calls: readonly Promise<unknown>[]): Promise<(string | undefined)[]> => {
  const ends = await Promise.allSettled(calls)
  return ends.map((end) =>
    end.status === 'fulfilled' ? undefined : (end.reason as { data: { rule: string } }).data.rule,
  )
}

/** Holds the write gate, as a job does, until the calls have all been sent and wait. */
const behindJob = async <T>({ desk }: TestDesk, calls: () => Promise<T>): Promise<T> => {
  let free = (): void => undefined
  const job = desk.gate.run(() => new Promise<void>((resolve) => (free = resolve)))
  const ends = calls()
  await new Promise((resolve) => setTimeout(resolve, 100))
  free()
  await job
  return ends
}

describe('two acts about people at once', () => {
  it('the last two keepers are not both reset', async () => {
    const morning = await openTestDesk()
    await makePeople(morning, ['何静', '冯岚'])
    const head = await openAs(morning, person)
    const [he, feng] = [await staffIdOf(head, '何静'), await staffIdOf(head, '冯岚')]
    const reset = (id: number) => head.client.staff.reset({ id, passphrase: null })
    expect(await refusals([reset(he), reset(feng)])).toEqual([undefined, 'last-key'])
    const { logins } = await head.client.staff.logins()
    expect(logins.map(({ staffId, key }) => [staffId, key])).toContainEqual([feng, 'waiting'])
  })

  it('the last two heads of the centre do not both lose the role while a job holds the gate', async () => {
    const head = await openTestDesk()
    const second = await head.client.staff.addUser({
      name: '何静',
      post: '',
      roles: ['centre-head'],
      passphrase: null,
    })
    const me = await staffIdOf(head, person)
    const lose = (id: number) => head.client.staff.setRoles({ id, roles: ['wealth-manager'] })
    const ends = await behindJob(head, () => refusals([lose(second.staff.id), lose(me)]))
    expect(ends).toEqual([undefined, 'last-admin'])
    const drop = () => head.client.staff.dropLogin({ id: me })
    expect(await failureFrom(drop())).toMatchObject({ rule: 'last-admin' })
  })

  it('whoever gave the right away with the first call has it no more for the second', async () => {
    const head = await openTestDesk()
    await head.client.staff.addUser({ name: '王芳', post: '', roles: ['centre-head'], passphrase: null })
    const me = await staffIdOf(head, person)
    const ends = await behindJob(head, () =>
      Promise.allSettled([
        head.client.staff.setRoles({ id: me, roles: ['wealth-manager'] }),
        head.client.staff.addUser({ name: '钱若', post: '', roles: ['supervisor'], passphrase: null }),
      ]),
    )
    expect(ends[1]).toMatchObject({ status: 'rejected', reason: { data: { code: 'forbidden' } } })
  })

  it('a client given to somebody while the keeper’s role waits keeps the role away', async () => {
    const head = await openTestDesk()
    const { staff } = await head.client.staff.addUser({
      name: '冯岚',
      post: '',
      roles: ['supervisor'],
      passphrase: null,
    })
    const ends = await behindJob(head, () => {
      const given = refusals([head.client.staff.setRoles({ id: staff.id, roles: ['archive-keeper'] })])
      dbOf(head).run(
        `INSERT INTO client(number, name, name_key, sex, document_kind, document_number, birth_date, phone, employer,
           occupation, owner_id, type, created_at)
         VALUES ('C0001', '孙芳', '孙芳', 'female', 'id-card', '', NULL, '', '', '', ?, 'quality', 1)`,
        [staff.id],
      )
      return given
    })
    expect(ends).toEqual(['duties-exclude'])
    const { logins } = await head.client.staff.logins()
    expect(
      logins.find(({ staffId }) => staffId === staff.id),
      'nor is the key given',
    ).toMatchObject({
      key: 'none',
    })
  })
})
