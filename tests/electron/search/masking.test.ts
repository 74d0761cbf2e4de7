import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { insertClient } from '../../../electron/client/repository.ts'
import type { OpenDesk } from '../../../electron/desk/desk.ts'
import { openTestDesk, withRights, type TestDesk } from '../../support/desk.ts'

type Numbers = { readonly phone: string; readonly documentNumber: string }

const plant = (open: OpenDesk, name: string, number: string, numbers: Numbers): void => {
  open.db.transact(() =>
    insertClient(open.db, {
      ...numbers,
      number,
      name,
      sex: 'unknown',
      documentKind: 'resident-id',
      idDoubtful: false,
      birthDate: null,
      employer: '',
      occupation: '',
      ownerId: null,
      band: 5,
      aum: 0,
      asOf: null,
      type: 'quality',
      typeConfirmed: false,
      typeReason: '',
      staffId: open.session.staffId,
      at: 0,
    }),
  )
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))

// Two people of different names, since namesakes are always shown together, whose visible signs are the same and whose hidden ones differ.
const first = { phone: '13800001234', documentNumber: '990000195001254398' }
const second = { phone: '13899991234', documentNumber: '990777888899994398' }

/** Every digit that is hidden in one or the other number, put together as somebody feeling them out would type it. */
const probe = fc.oneof(
  digits(1),
  digits(2),
  digits(3),
  digits(4),
  fc.integer({ min: 5, max: 10 }).chain(digits),
  fc
    .tuple(fc.constantFrom(first, second), fc.nat(17), fc.integer({ min: 1, max: 10 }))
    .map(([who, from, length]) => `${who.phone} ${who.documentNumber}`.slice(from, from + length)),
  fc.tuple(fc.constantFrom('l', 'lin', '林'), digits(3)).map(([name, tail]) => `${name} ${tail}`),
)

describe('a search by somebody who may not see the numbers', () => {
  let test: TestDesk
  let open: OpenDesk

  beforeAll(async () => {
    test = await openTestDesk()
    const now = test.desk.open()
    if (!now) throw new Error('locked')
    open = now
    plant(open, '林样', '700000000001', first)
    plant(open, '林例', '700000000002', second)
    withRights(test, ['client.read'])
  })

  it('gives the same people whatever the hidden digits are (decisions 12)', async () => {
    await fc.assert(
      fc.asyncProperty(probe, async (q) => {
        const { rows } = await test.client.search.find({ q })
        const found = new Set(rows.map(({ numberTail }) => numberTail))
        // The tail of the client number is no secret and tells the two apart.
        if (/(^|\D)000[12]$/.test(q)) return
        expect(found.has('0001')).toBe(found.has('0002'))
      }),
      { numRuns: 400 },
    )
  })

  it('still finds them by head, tail and whole number', async () => {
    for (const q of ['138', '1234', '4398', '1', '林 1234'])
      expect((await test.client.search.find({ q })).rows).toHaveLength(2)
    for (const q of [first.phone, first.documentNumber])
      expect((await test.client.search.find({ q })).rows.map(({ name }) => name)).toEqual(['林样'])
    expect((await test.client.search.find({ q: '13811111234' })).rows).toHaveLength(0)
  })

  it('can not tell two passports apart by their letters or digits, shown as E****4321 both', async () => {
    plant(open, '赵样', '700000000011', { phone: '', documentNumber: 'EA1114321' })
    plant(open, '赵例', '700000000012', { phone: '', documentNumber: 'EB2224321' })
    for (const q of ['e', 'ea', 'eb', 'ea1', 'ea11', 'ea111432', '14321', '4321', '赵 ea', 'zhao eb']) {
      const found = (await test.client.search.find({ q })).rows.map(({ name }) => name)
      expect([q, found.includes('赵样')]).toEqual([q, found.includes('赵例')])
    }
    expect((await test.client.search.find({ q: '4321' })).rows).toHaveLength(2)
    const whole = await test.client.search.find({ q: 'EA1114321' })
    expect(whole.rows.map(({ name }) => name)).toEqual(['赵样'])
  })

  it('is told to type the tail or the whole number at every other length', async () => {
    for (const q of ['13800', '00001234', '990000195'])
      expect(await test.client.search.find({ q })).toEqual({ rows: [], hint: 'tail-or-whole' })
  })
})
