import { describe, expect, it } from 'vitest'
import { checkCharacter, readResidentId, to18 } from '../../../shared/client/identity.ts'

const today = '2026-11-22'

describe('the number on an identity card', () => {
  it('gives birth date and sex when its check character is right (W57)', () => {
    expect(readResidentId('11010519491231002X', today)).toEqual({ birthDate: '1949-12-31', sex: 'female' })
    expect(readResidentId('11010519491231002x', today)).not.toBeNull()
    expect(readResidentId('440524188001010014', today)).toEqual({ birthDate: '1880-01-01', sex: 'male' })
  })

  it('is refused when two signs were swapped or one is wrong (W57, W58)', () => {
    expect(readResidentId('110105194912310021', today)).toBeNull()
    expect(readResidentId('990000198506150011', today)).toBeNull()
  })

  it('is made whole from the old form of fifteen digits (W57)', () => {
    expect(to18('110105491231002')).toBe('11010519491231002X')
    expect(readResidentId('110105491231002', today)).toEqual({ birthDate: '1949-12-31', sex: 'female' })
  })

  it('may be invented in the area that does not exist (W58)', () => {
    expect(readResidentId('990000196101010029', today)?.sex).toBe('female')
    expect(readResidentId('990000198506150010', today)?.sex).toBe('male')
  })

  it('cannot name a day that does not exist or has not come', () => {
    const of = (first17: string): string => first17 + checkCharacter(first17)
    expect(readResidentId(of('99000020260230001'), today)).toBeNull()
    expect(readResidentId(of('99000020261123001'), today)).toBeNull()
    expect(readResidentId(of('99000020261122001'), today)).not.toBeNull()
  })
})
