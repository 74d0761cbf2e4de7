import { expect, it } from 'vitest'
import type { IntakePreview } from '../../../shared/intake/contract.ts'
import { knownChoices, ownersToSend } from '../../../renderer/intake/owner-choice.ts'

const owner = (name: string, staffId: number | null) => ({ name, clients: 1, aum: 100, staffId })
const preview = {
  owners: [owner('李理财', 4), owner('王理财', null), owner('', null)],
} as unknown as IntakePreview

it('colleagues the desk knows by name are proposed, the others stay open', () => {
  expect(knownChoices(preview)).toEqual({ 李理财: '4' })
  expect(ownersToSend(preview, knownChoices(preview))).toBeNull()
})

it('each name becomes a colleague, a new one or nobody; clients without a name need no word', () => {
  expect(ownersToSend(preview, { 李理财: '4', 王理财: 'new' })).toEqual([
    { name: '李理财', staffId: 4 },
    { name: '王理财', staffId: 'new' },
  ])
  expect(ownersToSend(preview, { 李理财: 'nobody', 王理财: '9' })).toEqual([
    { name: '李理财', staffId: null },
    { name: '王理财', staffId: 9 },
  ])
})
