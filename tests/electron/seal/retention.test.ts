import { expect, test } from 'vitest'
import { recordPosition } from '../../../electron/client/positions.ts'
import type { SealReason } from '../../../shared/seal/model.ts'
import { addBranch, sitDown } from '../../support/seats.ts'
import { openTestDesk } from '../../support/desk.ts'
import { addClient, dbOf, type Person } from '../../support/meeting.ts'
import { jobEnd } from '../../support/take-in.ts'

const fundsOnce = { asOf: '2024-06-30', aum: 900, demand: 0, time: 0, wealth: 0, fund: 900, insurance: 0 }

test('a sealed dossier is kept ten years from the end of the relation, twenty where there were funds, and not counted before', async () => {
  // Half past midnight at the branch is still yesterday in Greenwich.
  const on = await openTestDesk({ at: '2026-11-25T00:30:00+08:00' })
  const { li, feng } = addBranch(on)
  const seal = async (name: Person, reason: SealReason, hadFunds = false) => {
    const clientId = addClient(on, name)
    if (hadFunds) recordPosition(dbOf(on), clientId, { ...fundsOnce, bond: 0, metal: 0, loan: 0 })
    sitDown(on, li)
    const { id: proposalId } = await on.client.seal.propose({ clientId, reason, note: '' })
    sitDown(on, feng)
    expect(await jobEnd(on, (await on.client.seal.run({ proposalId })).jobId)).toMatchObject({
      failure: null,
    })
    sitDown(on, li)
    return { clientId, stub: (await on.client.seal.of({ clientId })).sealed }
  }
  const ended = await seal('郝欣', 'ended')
  expect(ended.stub).toMatchObject({ retainUntil: '2036-11-25' })
  expect((await seal('贺超文', 'ended', true)).stub).toMatchObject({ retainUntil: '2046-11-25' })
  for (const reason of ['hold', 'secrecy', 'inspection'] as const)
    expect((await seal('郝欣', reason)).stub).toMatchObject({ retainUntil: null })

  // Who is worked with again has no end yet.
  sitDown(on, feng)
  const { jobId } = await on.client.seal.open({ clientId: ended.clientId, reason: '客户回来了' })
  expect(await jobEnd(on, jobId)).toMatchObject({ failure: null })
  const row = dbOf(on).one('SELECT retain_until AS day FROM dossier WHERE client_id = ?', [ended.clientId])
  expect(row).toEqual({ day: null })
})
