import { expect, test } from 'vitest'
import { setupLines, type SetupFacts, type SetupStep } from '../../../shared/setup/rules.ts'

const ready: SetupFacts = {
  named: true,
  branchCode: 'YH',
  logins: 7,
  roleless: 0,
  temporary: 0,
  keepers: 2,
  cardConfirmed: true,
  clientBook: '2026-11-20',
  shelf: '2026-11-20',
  strayClients: 0,
  inCabinets: 4,
  leftOut: 0,
  secondBackup: true,
  drilled: true,
  printed: true,
}

const openLines = (facts: Partial<SetupFacts>): readonly SetupStep[] =>
  setupLines({ ...ready, ...facts }).flatMap(({ step, done }) => (done ? [] : [step]))

test('a branch that did everything has no open line', () => {
  expect(openLines({})).toEqual([])
})

test.each<[string, Partial<SetupFacts>, SetupStep[]]>([
  ['without a name', { named: false }, ['names']],
  ['without a rule for its dossier numbers', { branchCode: '' }, ['numbers']],
  ['with one login only', { logins: 1 }, ['people']],
  ['with somebody who has no role', { roleless: 1 }, ['people']],
  ['with a first passphrase that was not changed', { temporary: 1 }, ['people']],
  ['with one keeper', { keepers: 1 }, ['keepers']],
  ['with a card nobody read back', { cardConfirmed: false }, ['card']],
  ['without a client book', { clientBook: '' }, ['client-book', 'owners']],
  ['with clients of somebody who left', { strayClients: 3 }, ['owners']],
  ['without a shelf', { shelf: '' }, ['shelf']],
  ['with cabinets nobody has entered', { inCabinets: 0 }, ['cabinets']],
  ['with a first dossier entered and the others not', { inCabinets: 1, leftOut: 299 }, ['cabinets']],
  ['with backups on one disk', { secondBackup: false }, ['backup']],
  ['without a drill', { drilled: false }, ['drill']],
  ['without a test page', { printed: false }, ['printer']],
])('%s has its line open', (_what, facts, expected) => {
  expect(openLines(facts)).toEqual(expected)
})

test('a role key with fewer than two holders is a red line, and only that', () => {
  const red = setupLines({ ...ready, keepers: 1, shelf: '' }).filter((line) => line.red)
  expect(red.map(({ step }) => step)).toEqual(['keepers'])
})
