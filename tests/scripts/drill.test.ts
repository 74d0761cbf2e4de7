import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checks } from '../../scripts/drill/checks.mjs'
import { elsewhere } from '../../scripts/drill/elsewhere.mjs'
import { readFlags } from '../../scripts/drill/flags.mjs'
import { judge } from '../../scripts/drill/judge.mjs'
import { jsonOf } from '../../scripts/drill/table.mjs'
import { roundsCell } from './drill-rounds.ts'

const root = join(import.meta.dirname, '../..')

const numbers = (letter: string, most: number): string[] =>
  Array.from({ length: most }, (_, at) => `${letter}${String(at + 1).padStart(2, '0')}`)

const all = [
  ...numbers('R', 24),
  ...numbers('M', 5),
  ...numbers('K', 20),
  ...numbers('T', 5),
  ...numbers('L', 5),
  ...numbers('S', 15),
  ...numbers('P', 5),
]

describe('the list of checks', () => {
  test('holds each of the 79 once, run or with the reason why not', () => {
    const listed = [...checks, ...elsewhere].map(({ id }) => id)
    expect(listed.toSorted()).toEqual(all.toSorted())
  })

  test('names only tests that are there', () => {
    for (const { id, proof } of checks)
      for (const [file, ...names] of proof) {
        const path = join(root, file)
        expect(existsSync(path), `${id}: ${file}`).toBe(true)
        const text = readFileSync(path, 'utf8')
        for (const name of names) {
          const own = /^check (\w\d\d): $/.exec(name)?.[1]
          expect(text.includes(own === undefined ? name : `'${own}'`), `${id}: ${file}: ${name}`).toBe(true)
        }
      }
  })

  test('names, for what runs elsewhere, files and blocks of tests that are there', () => {
    for (const { id, why } of elsewhere)
      for (const [, file = '', blocks = ''] of why.matchAll(
        /(tests\/[\w./-]+\.ts)(?: › ([^;]*?), in npm)?/g,
      )) {
        const text = readFileSync(join(root, file), 'utf8')
        for (const block of blocks.split(', ').filter((name) => name !== ''))
          expect(text.includes(`'${block.replace(/…$/, '')}`), `${id}: ${file} › ${block}`).toBe(true)
      }
  })

  test('stands in the document, check by check', () => {
    const document = readFileSync(join(root, 'docs/drills.md'), 'utf8')
    for (const { id } of checks) expect(document, id).toMatch(new RegExp(`^\\| ${id} `, 'm'))
    for (const { id, why } of elsewhere)
      expect(document).toContain(`| ${id} | not run by the drill: ${why} |`)
  })

  test('says there what its own rounds are, and where each is proved', () => {
    const document = readFileSync(join(root, 'docs/drills.md'), 'utf8')
    for (const check of checks) {
      const row = new RegExp(`^\\| ${check.id} \\|.*$`, 'm').exec(document)?.[0] ?? ''
      const [, , what, where, rounds] = row.split('|').map((cell) => cell.trim())
      const files = [...new Set(check.proof.map(([file]) => `\`${file.replace(/^tests\//, '')}\``))]
      expect({ what, where, rounds }).toEqual({
        what: check.what,
        where: files.join(', '),
        rounds: roundsCell(check),
      })
    }
  })
})

describe('a check', () => {
  const check = {
    id: 'R01',
    what: 'kill',
    proof: [
      ['a.test.ts', 'check R01: '],
      ['b.test.ts', 'holds'],
    ],
  } as const
  const own = { title: 'check R01: a', file: '/x/a.test.ts', state: 'passed', seconds: 2, reason: '' }
  const other = { title: 'it holds', file: '/x/b.test.ts', state: 'passed', seconds: 1, reason: '' }

  test('passes with the rounds its tests tell, and one for each test that counts none', () => {
    const verdict = judge(check, { ran: [own, other], records: [{ id: 'R01', rounds: 7 }], seed: 3 })
    expect(verdict).toMatchObject({ pass: true, skipped: false, rounds: 8, seed: 3, seconds: 3 })
  })

  test('that ran no round is no pass', () => {
    const alone = { ...check, proof: [check.proof[0]] }
    expect(judge(alone, { ran: [own], records: [], seed: 1 })).toMatchObject({ pass: false, skipped: false })
  })

  test('that the machine can’t run is skipped with the reason, never passed; one left out without a word fails', () => {
    const alone = { ...check, proof: [check.proof[1]] }
    const left = { ...other, state: 'skipped', reason: 'no small disk can be made here' }
    const lacking = (reason: string) => reason === left.reason
    const run = { ran: [left], records: [], seed: 1 }
    expect(judge(alone, run, lacking)).toMatchObject({
      pass: false,
      skipped: true,
      rounds: 0,
      note: 'not run: no small disk can be made here',
    })
    const isMade = judge(alone, run, () => false)
    expect(isMade).toMatchObject({ pass: false, skipped: false, note: 'left out: it holds' })
    const silent = { ...left, reason: '' }
    expect(judge(alone, { ...run, ran: [silent] }, lacking)).toMatchObject({ pass: false, skipped: false })
    const beside = { ran: [own, left], records: [{ id: 'R01', rounds: 7 }], seed: 1 }
    expect(judge(check, beside, lacking)).toMatchObject({
      pass: true,
      rounds: 7,
      note: 'not run: no small disk can be made here',
    })
  })

  test('whose test failed or is gone does not pass', () => {
    const records = [{ id: 'R01', rounds: 7 }]
    const failed = { ...other, state: 'failed' }
    expect(judge(check, { ran: [own, failed], records, seed: 1 }).pass).toBe(false)
    expect(judge(check, { ran: [own], records, seed: 1 })).toMatchObject({
      pass: false,
      note: 'no such test: holds',
    })
  })
})

test('the words of the command are read, and a wrong one is refused', () => {
  expect(readFlags(['--rounds', '200', '--seed', '7', '--only', 'R01,K08', '--json', 'x.json'])).toEqual({
    rounds: 200,
    seed: 7,
    only: ['R01', 'K08'],
    json: 'x.json',
    list: false,
  })
  for (const words of [['--rounds', '0'], ['--rounds', 'many'], ['--fast'], ['--seed', '1.5']])
    expect(() => readFlags(words)).toThrow()
})

test('the result for programs holds what was agreed', () => {
  const verdict = {
    id: 'R01',
    what: 'kill',
    pass: true,
    skipped: false,
    rounds: 200,
    seed: 7,
    seconds: 1,
    note: '',
  }
  expect(JSON.parse(jsonOf([verdict]))).toEqual({
    checks: [{ id: 'R01', pass: true, skipped: false, rounds: 200, seed: 7, note: '' }],
  })
})
