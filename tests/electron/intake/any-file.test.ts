import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { parseIntake } from '../../../electron/intake/parse.ts'
import { intakeKinds } from '../../../shared/intake/model.ts'
import { bankFile, bookName, shelfName } from '../../support/bank-file.ts'

const today = '2026-11-23'
const kind = fc.constantFrom(...intakeKinds)

// A reading is a value: understood, or refused with a reason that has words. Anything thrown is a bug.
const reads = async (wanted: (typeof intakeKinds)[number], bytes: Uint8Array): Promise<void> => {
  const result = await parseIntake(wanted, { name: 'x.csv', bytes }, today)
  if (!result.ok) expect(['refused', 'not-found']).toContain(result.failure.code)
}

describe('whatever file is chosen', () => {
  it('bytes of any kind are understood or refused, never a crash', async () => {
    await fc.assert(fc.asyncProperty(kind, fc.uint8Array({ maxLength: 600 }), reads), { numRuns: 200 })
  })

  it('a book with cells of any content below its heads keeps or rejects each row, none is lost', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '',
        '--',
        '="1"',
        '1,000.00',
        '1E+5',
        '2026/2/30',
        '2026-02-28',
        'C3',
        'C9',
        '\t1\t',
        '（1）',
      ),
    )
    const safe = cell.map((text) => text.replace(/[",\r\n|;\t]/g, ''))
    const row = fc.array(safe, { minLength: 2, maxLength: 8 })
    const heads = '客户号,姓名,金融资产,活期,出生日期,风险等级,评估日期,证件号码'
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const lines = rows.map((cells, at) => [`n${at}`, ...cells].join(','))
        const bytes = iconv.encode([heads, ...lines].join('\n'), 'gb18030')
        const result = await parseIntake('client-book', { name: 'x.csv', bytes }, today)
        if (!result.ok) throw new Error(result.failure.code)
        const { merged, sheet } = result.value
        expect(merged.kept.length + merged.repeats.length + sheet.rejected.length).toBe(rows.length)
      }),
      { numRuns: 200 },
    )
  })

  it('a real file cut off or damaged anywhere is understood or refused', async () => {
    for (const [wanted, name] of [
      ['client-book', bookName] as const,
      ['product-shelf', shelfName] as const,
    ]) {
      const whole = bankFile(name)
      const hurt = fc.record({ at: fc.nat(whole.length - 1), sign: fc.nat(255), cut: fc.boolean() })
      await fc.assert(
        fc.asyncProperty(hurt, async ({ at, sign, cut }) => {
          const bytes = Buffer.from(cut ? whole.subarray(0, at) : whole)
          if (!cut) bytes[at] = sign
          await reads(wanted, bytes)
        }),
        { numRuns: 40 },
      )
    }
  })
})
