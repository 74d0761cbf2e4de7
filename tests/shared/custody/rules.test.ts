import { describe, expect, test } from 'vitest'
import { checkoutStates, checkoutSteps, mayBeDue, nextCheckout } from '../../../shared/custody/checkout.ts'
import { dayMinutes, isKept, keeperMinutes } from '../../../shared/custody/hours.ts'
import { isInForce, mayGrant, mayTakeOut } from '../../../shared/custody/loan.ts'
import {
  mayHandIn,
  mayReceive,
  mayWithdraw,
  movedTo,
  moves,
  type Place,
} from '../../../shared/custody/moves.ts'
import { branchInitials } from '../../../shared/dossier/branch-initials.ts'
import { dossierNumber, dossierStates } from '../../../shared/dossier/model.ts'

const hours = { from: '08:30', until: '18:00' }
const at = (day: string, clock: string) => ({ day, clock })

describe('due times count the keeper’s hours', () => {
  test.each([
    ['an hour in the same afternoon', at('2026-11-25', '16:00'), at('2026-11-25', '17:00'), 60],
    ['from closing to opening nothing passes', at('2026-11-25', '18:00'), at('2026-11-26', '08:30'), 0],
    [
      'half an hour before closing and half after opening',
      at('2026-11-25', '17:30'),
      at('2026-11-26', '09:00'),
      60,
    ],
    [
      'Friday evening to Monday morning is one hour',
      at('2026-11-27', '17:30'),
      at('2026-11-30', '09:00'),
      60,
    ],
    ['a whole closed week does not count', at('2026-09-30', '18:00'), at('2026-10-08', '08:30'), 0],
    ['a make-up Saturday counts', at('2026-10-09', '18:00'), at('2026-10-10', '10:30'), 120],
    ['two whole days', at('2026-11-23', '08:30'), at('2026-11-24', '18:00'), 2 * 570],
    ['backwards is nothing', at('2026-11-25', '17:00'), at('2026-11-25', '16:00'), 0],
    ['at night nothing passes', at('2026-11-25', '19:00'), at('2026-11-25', '23:00'), 0],
  ])('%s', (_, from, to, minutes) => {
    expect(keeperMinutes(from, to, hours)).toBe(minutes)
  })

  test('a working day has nine and a half of them', () => {
    expect(dayMinutes(hours)).toBe(570)
  })

  test('it is due in the future, on a working day, while he is there', () => {
    const now = at('2026-11-25', '10:00')
    expect(mayBeDue(at('2026-11-25', '17:30'), now, hours).ok).toBe(true)
    expect(mayBeDue(at('2026-11-25', '10:00'), now, hours)).toMatchObject({
      failure: { rule: 'custody.refusal.due-past' },
    })
    for (const late of [at('2026-11-25', '18:01'), at('2026-11-28', '10:00'), at('2026-11-26', '08:00')]) {
      expect(isKept(late, hours)).toBe(false)
      expect(mayBeDue(late, now, hours)).toMatchObject({ failure: { params: { ...hours } } })
    }
  })
})

describe('a standing loan', () => {
  const loan = { staffId: 3, fromDay: '2026-11-25', untilDay: '2026-12-31', revokedAt: null }

  test('holds from its first to its last day and no longer than it is wanted', () => {
    expect(isInForce(loan, '2026-11-24')).toBe(false)
    expect(isInForce(loan, '2026-11-25')).toBe(true)
    expect(isInForce(loan, '2026-12-31')).toBe(true)
    expect(isInForce(loan, '2027-01-01')).toBe(false)
    expect(isInForce({ ...loan, revokedAt: 1 }, '2026-12-01')).toBe(false)
  })

  test('is for one’s own clients only, and for nobody else', () => {
    expect(mayTakeOut({ ownerId: 3, staffId: 3 }, [loan], '2026-11-26').ok).toBe(true)
    expect(mayTakeOut({ ownerId: 4, staffId: 3 }, [loan], '2026-11-26')).toMatchObject({
      failure: { rule: 'custody.refusal.not-own-client' },
    })
    expect(mayTakeOut({ ownerId: null, staffId: 3 }, [loan], '2026-11-26').ok).toBe(false)
    expect(mayTakeOut({ ownerId: 4, staffId: 4 }, [loan], '2026-11-26')).toMatchObject({
      failure: { rule: 'custody.refusal.no-loan' },
    })
  })

  test('ends after it begins and not before today', () => {
    const by = { staffId: 1, today: '2026-11-25' }
    expect(mayGrant({ staffId: 3, from: '2026-11-25', until: '2026-11-25' }, by).ok).toBe(true)
    expect(mayGrant({ staffId: 3, from: '2026-11-26', until: '2026-11-25' }, by).ok).toBe(false)
    expect(mayGrant({ staffId: 3, from: '2026-11-01', until: '2026-11-24' }, by).ok).toBe(false)
    expect(mayGrant({ staffId: 3, from: '2026-11-24', until: '2026-12-31' }, by).ok).toBe(false)
  })

  test('is never one’s own to give', () => {
    const own = { staffId: 1, from: '2026-11-25', until: '2026-11-30' }
    expect(mayGrant(own, { staffId: 1, today: '2026-11-25' })).toMatchObject({
      failure: { rule: 'custody.refusal.own-loan' },
    })
  })
})

describe('a check-out', () => {
  const ways = {
    approve: { asked: 'approved' },
    decline: { asked: 'declined', approved: 'declined' },
    withdraw: { asked: 'withdrawn', approved: 'withdrawn' },
    issue: { approved: 'issued' },
  } as const

  test('goes only the ways of its table, in every state', () => {
    for (const step of checkoutSteps)
      for (const state of checkoutStates) {
        const staffId = step === 'withdraw' ? 3 : 1
        const next = nextCheckout(state, step, { requesterId: 3, staffId })
        const wanted = (ways[step] as Partial<Record<string, string>>)[state]
        expect(next.ok ? next.value : undefined, `${step} when ${state}`).toBe(wanted)
      }
  })

  test('is never approved, declined or issued by the one who asks, and withdrawn by nobody else', () => {
    for (const step of ['approve', 'decline', 'issue'] as const)
      expect(nextCheckout('asked', step, { requesterId: 3, staffId: 3 })).toMatchObject({
        failure: { rule: 'custody.refusal.own-request' },
      })
    expect(nextCheckout('asked', 'withdraw', { requesterId: 3, staffId: 1 }).ok).toBe(false)
  })
})

describe('from hand to hand', () => {
  test('a sealed dossier is moved by nothing here', () => {
    for (const move of moves) expect(movedTo('sealed', move).ok, move).toBe(false)
  })

  test('every move leads to one place and says of the others where the dossier is', () => {
    const froms: readonly Place[] = [null, ...dossierStates]
    for (const move of moves) {
      const allowed = froms.filter((from) => movedTo(from, move).ok)
      expect(allowed.length, move).toBeGreaterThan(0)
      expect(allowed.length, move).toBeLessThan(froms.length)
    }
    expect(movedTo('in-cabinet', 'handed-in')).toMatchObject({
      failure: { reasons: ['custody.state.in-cabinet'] },
    })
  })

  test('giver and receiver are two people', () => {
    expect(mayReceive(3, 3).ok).toBe(false)
    expect(mayReceive(3, 4).ok).toBe(true)
    expect(mayWithdraw(3, 3).ok).toBe(true)
    expect(mayWithdraw(3, 4).ok).toBe(false)
    expect(mayHandIn(4, 3, false).ok).toBe(false)
    expect(mayHandIn(null, 3, true).ok).toBe(false)
    expect(mayHandIn(null, 3, false).ok).toBe(true)
  })
})

test.each([
  ['云湖路支行', 'YH'],
  ['Centre 1', 'CE'],
  ['（）', 'FH'],
])('the number of %s begins with %s', (branch, code) => {
  expect(branchInitials(branch)).toBe(code)
  expect(dossierNumber(code, 2026, 7)).toBe(`${code}-2026-0007`)
})
