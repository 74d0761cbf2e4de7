import { deflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeText } from '../../../electron/intake/decode.ts'
import { readFileSheets } from '../../../electron/intake/read-file.ts'
import { safeZip, zipLimits } from '../../../electron/intake/safe-zip.ts'
import { bankFile, expectedNumbers, makeBook, shelfName } from '../../support/bank-file.ts'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'
import { inspect, preview, takeIn, takeInShelf } from '../../support/take-in.ts'

/** A zip with one deflated entry that claims to be small. */
const zipOf = (content: Buffer, entries = 1): Buffer => {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(31)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(1, 26)
  const entry = Buffer.alloc(47)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(10, 24)
  entry.writeUInt16LE(1, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(local.length + packed.length, 16)
  return Buffer.concat([local, packed, entry, end])
}

describe('what a bank can send', () => {
  it('is read as strict UTF-8, else as GB18030, rare signs included (W68)', () => {
    expect(decodeText(Buffer.from('cdf59534b235', 'hex'))).toEqual({ text: '王𠮷', encoding: 'gb18030' })
    expect(decodeText(Buffer.from('王𠮷', 'utf8'))).toEqual({ text: '王𠮷', encoding: 'utf-8' })
  })

  it('may be separated by tabs, and keep a formula around long numbers', async () => {
    const read = await readFileSheets(Buffer.from('客户号\t姓名\n="0123"\t王明\n', 'utf8'))
    expect(read).toMatchObject({
      ok: true,
      value: {
        sheets: [
          [
            ['客户号', '姓名'],
            ['="0123"', '王明'],
          ],
        ],
      },
    })
  })

  it('is refused when it is no table, an old workbook or a broken one', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(64), Buffer.from('504b030400', 'hex')])
      expect(await readFileSheets(bytes)).toMatchObject({ ok: false, failure: { code: 'refused' } })
  })
})

describe('a workbook made to burst', () => {
  it('is refused before it is inflated, by size, ratio or number of parts', () => {
    const bomb = zipOf(Buffer.alloc(24 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(64 * 1024)
    expect(safeZip(bomb)).toMatchObject({ failure: { rule: 'intake.refusal.too-big' } })
    expect(safeZip(zipOf(Buffer.from('a'), zipLimits.entries + 1))).toMatchObject({ ok: false })
    expect(safeZip(zipOf(Buffer.from('a small part')))).toMatchObject({ ok: true })
  })

  it('reaches the reader without a part that its own list does not name', async () => {
    const unlisted = zipOf(Buffer.alloc(8 * 1024 * 1024))
    const shelf = bankFile(shelfName)
    // The reader walks a file from its start: this part would be the first one it meets.
    const hidden = unlisted.subarray(0, unlisted.length - 47 - 22)
    const shifted = Buffer.from(shelf)
    const end = shelf.lastIndexOf(Buffer.from('504b0506', 'hex'))
    let at = shelf.readUInt32LE(end + 16)
    for (let no = 0; no < shelf.readUInt16LE(end + 10); no += 1) {
      shifted.writeUInt32LE(shelf.readUInt32LE(at + 42) + hidden.length, at + 42)
      at += 46 + shelf.readUInt16LE(at + 28) + shelf.readUInt16LE(at + 30) + shelf.readUInt16LE(at + 32)
    }
    shifted.writeUInt32LE(shelf.readUInt32LE(end + 16) + hidden.length, end + 16)
    const safe = safeZip(Buffer.concat([hidden, shifted]))
    const plain = safeZip(shelf)
    if (!safe.ok || !plain.ok) throw new Error('refused')
    expect(safe.value.equals(plain.value)).toBe(true)
    const read = await readFileSheets(shelf)
    expect(await readFileSheets(Buffer.concat([hidden, shifted]))).toEqual(read)
  })
})

describe('the files on a real desk', () => {
  let test: TestDesk

  beforeAll(async () => {
    test = await openTestDesk()
  })

  it('a shelf of 15 products comes in, the family trust kept but offered to nobody', async () => {
    const seen = await preview(test, 'product-shelf', shelfName, bankFile(shelfName))
    expect(seen).toMatchObject({
      encoding: 'xlsx',
      rows: 15,
      asOf: null,
      counts: { new: 15, rejected: 0, warned: 1 },
    })
    expect(await takeInShelf(test)).toMatchObject({ written: expectedNumbers.products })
    const shelf = await test.client.product.list()
    const find = (code: string) => shelf.find((product) => product.code === code)
    expect(find('SM0901')).toMatchObject({ kind: 'trust', state: 'qualified-investor-not-established' })
    expect(find('LC1001')).toMatchObject({ termDays: null, rate: 160, minimum: 100 })
    expect(find('JJ000012')).toMatchObject({ level: 4, rate: null, openTo: null })
    expect(find('DQ003')).toMatchObject({
      rate: 105,
      termDays: 90,
      openFrom: '2026-10-29',
      openTo: '2027-01-06',
    })
    expect(await takeInShelf(test)).toMatchObject({ written: 0, counts: { unchanged: 15 } })
  })

  it('a book in UTF-8 with a mark, tabs, commas and a repeat is understood too', async () => {
    const bytes = makeBook({
      rows: 40,
      encoding: 'utf8-bom',
      wrap: 'tab',
      commas: true,
      repeated: true,
      total: true,
    })
    const seen = await preview(test, 'client-book', 'book.csv', bytes)
    expect(seen).toMatchObject({ encoding: 'utf-8', rows: 41, counts: { new: 40, repeated: 1 } })
    expect(await takeIn(test, 'client-book', 'book.csv', bytes)).toMatchObject({ written: 40 })
    const formula = makeBook({ rows: 40, wrap: 'formula', title: false })
    const same = await preview(test, 'client-book', '清单20261120.csv', formula)
    expect(same).toMatchObject({ asOf: '2026-11-20', counts: { new: 0 } })
  })

  it('a file without a header ends its job with the reason', async () => {
    const job = await inspect(test, 'client-book', 'x.csv', Buffer.from('a,b\n1,2\n'))
    expect(job).toMatchObject({ state: 'failed', failure: { rule: 'intake.refusal.no-header' } })
  })
})
