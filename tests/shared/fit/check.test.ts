import { describe, expect, it } from 'vitest'
import type { FitClient, FitWish } from '../../../shared/fit/check.ts'
import { checkFit, fits, isSenior } from '../../../shared/fit/check.ts'
import type { FitProduct } from '../../../shared/fit/product.ts'
import { isOnOffer, levelOf, needsRecording } from '../../../shared/fit/product.ts'

const today = '2026-11-25'
const wealth: FitProduct = {
  kind: 'wealth',
  name: '均衡增利三年持有',
  level: 3,
  termDays: 1095,
  minimum: 1_000_000,
  openFrom: '2026-10-14',
  openTo: '2027-01-01',
}
const wish: FitWish = { amount: 100_000_000, latest: null, written: false }
const client = (level: number, date = '2026-11-25') => ({
  birthDate: '1959-08-17',
  assessment: { level, date },
  means: 1_401_948_160,
})
const level = (product: Partial<FitProduct>, of: FitClient = client(3)) =>
  checkFit({ ...wealth, ...product }, of, wish, today).level

describe('a product fits when its level, the money and the term fit', () => {
  it('allows up to the level of the client and not above (W40)', () => {
    expect(level({ level: 3 })).toBe('ok')
    expect(level({ level: 4 })).toBe('above')
    expect(level({ level: levelOf(3, 4) })).toBe('above')
    expect(level({ level: 2, kind: 'fund' }, client(1))).toBe('above')
  })

  it('asks for no level with deposits and pure protection insurance', () => {
    const none = { ...client(3), assessment: undefined }
    expect(level({ kind: 'deposit', level: 1 }, none)).toBe('not-applicable')
    expect(level({ kind: 'insurance', name: '康佑一生重大疾病保险' }, none)).toBe('not-applicable')
    expect(level({ kind: 'insurance', name: '福满堂终身寿险(分红型)' }, none)).toBe('none')
    expect(level({ kind: 'treasury', level: 1 }, none)).toBe('none')
  })

  it('refuses without an assessment and with an expired one, each by its own name', () => {
    expect(level({}, { ...client(3), assessment: undefined })).toBe('none')
    expect(level({}, client(4, '2025-09-14'))).toBe('expired')
  })

  it('refuses money the client does not have and a term longer than the need', () => {
    expect(checkFit(wealth, client(3), { ...wish, amount: 1_500_000_000 }, today).means).toBe('beyond-means')
    expect(checkFit(wealth, client(3), { ...wish, amount: 10 }, today).means).toBe('below-minimum')
    expect(checkFit(wealth, client(3), { ...wish, latest: '2028-05-25' }, today).term).toBe('too-long')
    expect(checkFit(wealth, client(3), { ...wish, latest: '2029-12-01' }, today).term).toBe('ok')
  })

  it('knows no override, except the written way of insurance', () => {
    const above = checkFit({ ...wealth, level: 5 }, client(3), wish, today)
    expect(fits(above, wealth, true)).toBe(false)
    const dividend = { kind: 'insurance', name: '福满堂终身寿险(分红型)' } as const
    expect(fits(above, dividend, false)).toBe(false)
    expect(fits(above, dividend, true)).toBe(true)
  })

  it('owes special care from the 65th birthday on, for high-risk products (W41)', () => {
    expect(isSenior('1961-11-22', '2026-11-22')).toBe(true)
    expect(isSenior('1961-11-23', '2026-11-22')).toBe(false)
    expect(isSenior('1960-02-29', '2025-02-28')).toBe(false)
    expect(isSenior('1960-02-29', '2025-03-01')).toBe(true)
    expect(checkFit({ ...wealth, level: 4 }, client(4), wish, today).seniorCare).toBe(true)
    expect(checkFit(wealth, client(4), wish, today).seniorCare).toBe(false)
  })

  it('offers nothing before or after its sale and no private product', () => {
    expect(isOnOffer(wealth, today)).toBe(true)
    expect(isOnOffer(wealth, '2027-01-02')).toBe(false)
    expect(isOnOffer({ ...wealth, openTo: null }, '2027-01-02')).toBe(true)
    expect(isOnOffer({ ...wealth, kind: 'trust' }, today)).toBe(false)
  })

  it('asks for a recording number where the sale must be recorded', () => {
    expect(needsRecording(wealth)).toBe(true)
    expect(needsRecording({ kind: 'treasury' })).toBe(false)
  })
})
