import { describe, expect, it } from 'vitest'
import { mayBecomeOwner, mayOwn, mayTake } from '../../../shared/client/owner-rule.ts'
import { rightsOf } from '../../../shared/staff/rights.ts'

const manager = { staffId: 7, rights: rightsOf(['wealth-manager']) }
const head = { staffId: 1, rights: rightsOf(['centre-head']) }
const lobby = { staffId: 9, rights: rightsOf(['lobby-manager']) }
const owned = (ownerId: number | null, nextOwnerId: number | null = null) => ({ ownerId, nextOwnerId })

describe('who becomes the owner of a client (BH-06)', () => {
  it('a manager takes a client whom nobody has, or one handed to him', () => {
    expect(mayBecomeOwner(owned(null), 7, manager).ok).toBe(true)
    expect(mayBecomeOwner(owned(3, 7), 7, manager).ok).toBe(true)
  })

  it('a manager takes nobody else’s client and gives none away', () => {
    expect(mayBecomeOwner(owned(3), 7, manager)).toMatchObject({
      failure: { rule: 'client.refusal.has-owner' },
    })
    expect(mayBecomeOwner(owned(7), 3, manager)).toMatchObject({ failure: { code: 'forbidden' } })
    expect(mayBecomeOwner(owned(7), null, manager)).toMatchObject({ failure: { code: 'forbidden' } })
  })

  it('the head of the centre gives a client to anybody, and keeps one back that was to move', () => {
    expect(mayBecomeOwner(owned(3), 7, head).ok).toBe(true)
    expect(mayBecomeOwner(owned(3, 7), 3, head).ok).toBe(true)
    expect(mayBecomeOwner(owned(3), 3, head)).toMatchObject({
      failure: { rule: 'client.refusal.same-owner' },
    })
  })

  it('somebody who leads no meetings owns no client', () => {
    expect(mayTake(owned(null), lobby)).toBe(false)
    expect(mayTake(owned(null), manager)).toBe(true)
    expect(mayTake(owned(7), manager)).toBe(false)
  })

  it('a keeper and somebody who left own none; a colleague without login may', () => {
    const person = { name: '冯岚', active: true, roles: [] }
    expect(mayOwn(person).ok).toBe(true)
    expect(mayOwn({ ...person, roles: ['supervisor', 'archive-keeper'] })).toMatchObject({
      failure: { rule: 'client.refusal.owner-keeper', params: { name: '冯岚' } },
    })
    expect(mayOwn({ ...person, active: false })).toMatchObject({
      failure: { rule: 'client.refusal.owner-left' },
    })
  })
})
