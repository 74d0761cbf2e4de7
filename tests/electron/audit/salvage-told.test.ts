import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { salvageInto } from '../../../electron/desk/vault-salvage.ts'
import type { Notice } from '../../../shared/notice/contract.ts'
import { rightsOfRole } from '../../../shared/staff/rights.ts'
import { got } from '../vault/vault-template.ts'
import { leavesOf, spoilPage } from '../../support/damage.ts'
import { failureFrom, openTestDesk, tempFolder, withRights, type TestDesk } from '../../support/desk.ts'
import { dbOf } from '../../support/meeting.ts'
import { damagedCopy, doorTo, makeSalvageable, type Salvageable } from '../../support/salvage.ts'
import { jobEnd } from '../../support/take-in.ts'

vi.setConfig({ testTimeout: 120_000 })

let vault: Salvageable
beforeAll(async () => {
  vault = await makeSalvageable()
})

const salvage = async (from: string): Promise<string> => {
  const into = join(tempFolder(), 'saved')
  got(await salvageInto(doorTo(from), into))
  return into
}

type Verdict = Extract<Notice, { kind: 'verdict' }>

/** What the windows are told by the check that follows every unlock. */
const toldTo = async (test: TestDesk): Promise<Verdict | undefined> => {
  await jobEnd(test, (await test.client.audit.verify()).jobId)
  const { notices } = await test.client.notice.next({ after: 0, waitMs: 0 })
  return notices.findLast((notice): notice is Verdict => notice.kind === 'verdict')
}

const toldAtUnlock = async (dataFolder: string): Promise<Verdict | undefined> => {
  const test = await openTestDesk({ dataFolder })
  const told = await toldTo(test)
  await test.lock()
  return told
}

const acknowledge = async (dataFolder: string, salvage: number): Promise<number | null> => {
  const test = await openTestDesk({ dataFolder })
  const left = await test.client.audit.acknowledge({ salvage })
  await test.lock()
  return left.salvage
}

test('what a salvage lost of the log is told at every unlock until the head says that he knows, and stays in the settings', async () => {
  const saved = await salvage(damagedCopy(vault.data, vault.leaves.audit[3]))
  const told = await toldAtUnlock(saved)
  expect(told).toMatchObject({ verdict: 'salvaged', salvage: expect.any(Number) })
  expect(await toldAtUnlock(saved)).toEqual({ ...told, seq: expect.any(Number) })
  expect(await acknowledge(saved, told?.salvage ?? 0)).toBeNull()
  expect(await toldAtUnlock(saved)).toMatchObject({ verdict: 'salvaged', salvage: null })
  const desk = await openTestDesk({ dataFolder: saved })
  const lines = await desk.client.audit.list({ before: null, limit: 20 })
  expect(lines.filter(({ action }) => action === 'salvage.acknowledged')).toHaveLength(1)
  expect((await desk.client.audit.verdict()).verdict).toBe('salvaged')
  // Said twice it is written once.
  await desk.client.audit.acknowledge({ salvage: told?.salvage ?? 0 })
  const again = await desk.client.audit.list({ before: null, limit: 20 })
  expect(again.filter(({ action }) => action === 'salvage.acknowledged')).toHaveLength(1)
  await desk.lock()
})

test('a salvage that lost more, after the first one was acknowledged, is told anew', async () => {
  const once = await salvage(damagedCopy(vault.data, vault.leaves.audit[3]))
  const first = (await toldAtUnlock(once))?.salvage ?? 0
  await acknowledge(once, first)
  const desk = await openTestDesk({ dataFolder: once })
  const page = leavesOf(dbOf(desk), 'audit')[6]
  await desk.lock()
  spoilPage(join(once, 'vault'), page ?? 0)
  const twice = await salvage(once)
  const second = (await toldAtUnlock(twice))?.salvage ?? 0
  expect(second).toBeGreaterThan(first)
  // Whoever still had the first one on his screen acknowledges that one only.
  expect(await acknowledge(twice, first)).toBe(second)
  expect(await toldAtUnlock(twice)).toMatchObject({ salvage: second })
})

test('clients who were lost are told too, although the log is whole; a salvage that lost nothing is not', async () => {
  const lossy = await salvage(damagedCopy(vault.data, vault.leaves.client[1]))
  expect(await toldAtUnlock(lossy)).toMatchObject({ verdict: 'intact', salvage: expect.any(Number) })
  const whole = await salvage(damagedCopy(vault.data))
  expect(await toldAtUnlock(whole)).toMatchObject({ verdict: 'intact', salvage: null })
})

test('only who answers for the branch can say that it is known', async () => {
  const saved = await salvage(damagedCopy(vault.data, vault.leaves.audit[3]))
  const desk = await openTestDesk({ dataFolder: saved })
  const told = await toldTo(desk)
  withRights(desk, rightsOfRole['wealth-manager'])
  expect(await failureFrom(desk.client.audit.acknowledge({ salvage: told?.salvage ?? 0 }))).toMatchObject({
    code: 'forbidden',
  })
  await desk.lock()
  expect(await toldAtUnlock(saved)).toMatchObject({ salvage: told?.salvage })
})
