import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect } from 'vitest'
import { parseIntake } from '../../../electron/intake/parse.ts'
import { intakeKinds } from '../../../shared/intake/model.ts'
import { check } from '../../drills/check.ts'
import { bankFile, bookName, shelfName } from '../../support/bank-file.ts'

const today = '2026-11-23'
const kind = fc.constantFrom(...intakeKinds)

// A reading is a value: understood, or refused with a reason that has words. Anything thrown is a bug.
const reads = async (wanted: (typeof intakeKinds)[number], bytes: Uint8Array): Promise<void> => {
  const result = await parseIntake(wanted, { name: 'x.csv', bytes }, today)
  if (!result.ok) expect(['refused', 'not-found']).toContain(result.failure.code)
}

const readings = { usual: 200, drill: 20_000, per: 50 }

check(
  'K08',
  'bytes of any kind are understood or refused, never a crash',
  readings,
  async ({ rounds, seed }) => {
    const anything = fc.asyncProperty(kind, fc.uint8Array({ maxLength: 600 }), reads)
    await fc.assert(anything, { numRuns: rounds, seed })
    return { rounds }
  },
)

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

const row = fc.array(
  cell.map((text) => text.replace(/[",\r\n|;\t]/g, '')),
  { minLength: 2, maxLength: 8 },
)

const heads = '客户号,姓名,金融资产,活期,出生日期,风险等级,评估日期,证件号码'

check(
  'K08',
  'a book with cells of any content below its heads keeps or rejects each row, none is lost',
  readings,
  async ({ rounds, seed }) => {
    const kept = fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const lines = rows.map((cells, at) => [`n${at}`, ...cells].join(','))
      const bytes = iconv.encode([heads, ...lines].join('\n'), 'gb18030')
      const result = await parseIntake('client-book', { name: 'x.csv', bytes }, today)
      if (!result.ok) throw new Error(result.failure.code)
      const { merged, sheet } = result.value
      expect(merged.kept.length + merged.repeats.length + sheet.rejected.length).toBe(rows.length)
    })
    await fc.assert(kept, { numRuns: rounds, seed })
    return { rounds }
  },
)

const files = [
  ['client-book', bookName],
  ['product-shelf', shelfName],
] as const

check(
  'K08',
  'a real file cut off or damaged anywhere is understood or refused',
  { usual: 80, drill: 4_000, per: 250 },
  async ({ rounds, seed }) => {
    const each = Math.ceil(rounds / files.length)
    for (const [wanted, name] of files) {
      const whole = bankFile(name)
      const hurt = fc.record({ at: fc.nat(whole.length - 1), sign: fc.nat(255), cut: fc.boolean() })
      const harmed = fc.asyncProperty(hurt, async ({ at, sign, cut }) => {
        const bytes = Buffer.from(cut ? whole.subarray(0, at) : whole)
        if (!cut) bytes[at] = sign
        await reads(wanted, bytes)
      })
      await fc.assert(harmed, { numRuns: each, seed })
    }
    return { rounds: each * files.length }
  },
)
