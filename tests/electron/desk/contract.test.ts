import { ORPCError } from '@orpc/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failureSchema, type Failure } from '../../../shared/failure.ts'
import { rights } from '../../../shared/staff/rights.ts'
import { doors, inputOf, type Door } from '../../support/contract-walk.ts'
import { fittingInput } from '../../support/fitting-input.ts'
import { openTestDesk, withRights, type TestClient } from '../../support/desk.ts'

type Callable = (input: unknown) => Promise<unknown>

const callOf = (client: TestClient, door: Door): Callable => {
  let node: unknown = client
  for (const key of door.path) node = (node as Record<string, unknown>)[key]
  return node as Callable
}

// What the desk said, or undefined when the call went through.
const said = async (call: Promise<unknown>): Promise<Failure | undefined> => {
  try {
    await call
    return undefined
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    return failureSchema.parse(error.data)
  }
}

const guarded = doors.filter((door) => door.meta.access === 'session')
// These end the session or wait for something to happen; they have tests of their own.
const notFuzzed = ['session.lock', 'notice.next', 'session.openSample', 'session.create']
const runs = 12

describe('the contract', () => {
  it('gives every procedure a right, a kind and a schema for what it returns', () => {
    expect(doors.length).toBeGreaterThan(25)
    for (const door of doors) {
      expect(door.output, door.name).toBeDefined()
      expect(['read', 'write', 'act'], door.name).toContain(door.meta.kind)
      if (door.meta.access === 'session' && door.meta.right !== null)
        expect(rights).toContain(door.meta.right)
    }
  })

  it('opens only the unlock screen to nobody: everything else needs a session', () => {
    const open = doors.filter((door) => door.meta.access === 'open').map((door) => door.name)
    const doorstep = ['session.', 'restore.']
    expect(open.every((name) => doorstep.some((start) => name.startsWith(start)))).toBe(true)
  })

  it('has for every guarded procedure an input that fits, so that its guards are really met', () => {
    const without = guarded.filter((door) => fittingInput(door) === null).map(({ name }) => name)
    expect(without, 'give these an input in tests/support/fitting-input.ts').toEqual([])
  })

  it('refuses every guarded procedure while locked', async () => {
    const { client } = await openTestDesk({ closed: true })
    for (const door of guarded)
      expect(await said(callOf(client, door)(fittingInput(door)?.input)), door.name).toEqual({
        code: 'locked',
      })
  })

  it('refuses every procedure that needs a right to a person without rights, and names the right', async () => {
    const test = await openTestDesk()
    withRights(test, [])
    const righted = guarded.flatMap((door) =>
      door.meta.access === 'session' && door.meta.right !== null ? [{ door, right: door.meta.right }] : [],
    )
    expect(righted.length).toBeGreaterThan(25)
    for (const { door, right } of righted) {
      const failure = await said(callOf(test.client, door)(fittingInput(door)?.input))
      expect(failure, door.name).toEqual({ code: 'forbidden', right })
    }
  })

  it('answers nothing but the change, the lock and the state to a passphrase somebody else chose', async () => {
    const test = await openTestDesk()
    const open = test.desk.open()
    if (!open) throw new Error('the desk is locked')
    test.desk.change({ session: { ...open.session, mustChange: true } })
    const answered = [
      'session.me',
      'session.changePassphrase',
      'session.touch',
      'session.lock',
      'notice.next',
    ]
    for (const door of guarded.filter(({ name }) => !answered.includes(name)))
      expect(await said(callOf(test.client, door)(fittingInput(door)?.input)), door.name).toMatchObject({
        rule: 'passphrase-temporary',
      })
    // What needs nobody opens, restores or removes nothing while somebody is in.
    const harmless = ['session.state', 'session.setLanguage', 'restore.state']
    for (const door of doors.filter(({ meta, name }) => meta.access === 'open' && !harmless.includes(name))) {
      const [input] = fc.sample(inputOf(door), { numRuns: 1, seed: 20261124 })
      expect(await said(callOf(test.client, door)(input)), door.name).toBeDefined()
    }
  })

  it('answers rubbish and hostile input with typed refusals, never with a bug', async () => {
    const test = await openTestDesk()
    for (const door of doors.filter((one) => !notFuzzed.includes(one.name))) {
      const call = callOf(test.client, door)
      const check = async (input: unknown): Promise<void> => {
        const failure = await said(call(input))
        expect(
          failure?.code,
          `${door.name} ${JSON.stringify(input)} ${JSON.stringify(test.log.at(-1))}`,
        ).not.toBe('bug')
      }
      await fc.assert(fc.asyncProperty(inputOf(door), check), { numRuns: runs, seed: 20261123 })
      await fc.assert(fc.asyncProperty(fc.jsonValue(), check), { numRuns: 4, seed: 20261123 })
    }
    expect(test.exits).toEqual([])
  }, 120_000)
})
