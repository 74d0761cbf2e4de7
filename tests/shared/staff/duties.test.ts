import { expect, test } from 'vitest'
import { dutiesThatExclude, judgeLeaving } from '../../../shared/staff/duties.ts'
import { roles } from '../../../shared/staff/rights.ts'

test('who keeps the dossiers neither works with them nor decides about them; a supervisor may be the deputy', () => {
  const withKeeping = roles.filter((role) => role !== 'archive-keeper')
  const refused = withKeeping.filter(
    (role) => dutiesThatExclude({ roles: [role, 'archive-keeper'], clients: 0 }).length > 0,
  )
  expect(refused).toEqual(['centre-head', 'wealth-manager', 'lobby-manager'])
  for (const first of withKeeping)
    for (const second of withKeeping)
      expect(dutiesThatExclude({ roles: [first, second], clients: 9 })).toEqual([])
})

test('whoever owns clients can not keep their dossiers', () => {
  expect(dutiesThatExclude({ roles: ['supervisor', 'archive-keeper'], clients: 2 })).toEqual([
    'keeper-owns-clients',
  ])
})

test('a leaver is told everything that is still in hand at once', () => {
  expect(judgeLeaving({ dossiers: 0, meetings: 0, clients: 0, moves: 0 }).ok).toBe(true)
  expect(judgeLeaving({ dossiers: 1, meetings: 0, clients: 4, moves: 2 })).toMatchObject({
    failure: {
      reasons: ['still-dossiers', 'still-clients', 'still-moves'],
      params: { dossiers: 1, moves: 2 },
    },
  })
})
