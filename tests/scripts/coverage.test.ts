import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { judgeCoverage } from '../../scripts/coverage/judge.mjs'
import { allIds, coreCount, readTable } from '../../scripts/coverage/table.mjs'

const table = (change: (id: string) => string | null): string =>
  allIds.flatMap((id) => change(id) ?? []).join('\n')

const open = (id: string) => `| ${id} | ● | open | | | |`
const done =
  '| CM-07 | ● | done | /meeting/:id | encounter.send | a need is asked before a product is shown |'
const withDone = table((id) => (id === 'CM-07' ? done : open(id)))
const name = 'a meeting > a need is asked before a product is shown'
const call = { test: name, procedure: 'encounter.send' }
const visit = { test: 'story S3', route: '/meeting/:id' }

describe('a requirement is called done', () => {
  test('when its test passed, called the procedure, and a browser showed the place', () => {
    expect(judgeCoverage(withDone, [call, visit], [name])).toEqual([])
  })

  test('not when the test did not pass', () => {
    expect(judgeCoverage(withDone, [call, visit], [])).toEqual([
      'CM-07: no such test passed: a need is asked before a product is shown',
    ])
  })

  test('not when another test called the procedure', () => {
    expect(judgeCoverage(withDone, [{ ...call, test: 'other' }, visit], [name])).toEqual([
      'CM-07: the named test did not call encounter.send',
    ])
  })

  test('not when no browser showed the place', () => {
    expect(judgeCoverage(withDone, [call], [name])).toEqual([
      'CM-07: no test in the browser showed /meeting/:id',
    ])
  })

  test('not without a place and a test', () => {
    const bare = table((id) => (id === 'CM-07' ? '| CM-07 | ● | done | | | |' : open(id)))
    expect(judgeCoverage(bare, [], [])).toEqual(['CM-07: done needs a place and a test'])
  })
})

describe('the table', () => {
  test('holds every requirement once', () => {
    const missing = table((id) => (id === 'AN-03' ? null : open(id)))
    const twice = table((id) => (id === 'AN-03' ? `${open(id)}\n${open(id)}` : open(id)))
    expect(judgeCoverage(missing, [], [])).toEqual(['AN-03 stands 0 times'])
    expect(judgeCoverage(twice, [], [])).toEqual(['AN-03 stands 2 times'])
    expect(judgeCoverage(`${table(open)}\n${open('ZZ-01')}`, [], [])).toEqual(['ZZ-01 is no requirement'])
  })

  test.each(['finished', 'part', 'part:', 'Done'])('knows no state %s', (state) => {
    const wrong = table((id) => (id === 'SU-01' ? `| SU-01 | ○ | ${state} | | | |` : open(id)))
    expect(judgeCoverage(wrong, [], [])).toEqual([`SU-01: no such state: ${state}`])
  })

  test('names 376 requirements, the core ones as many as agreed', () => {
    const rows = readTable(readFileSync('docs/coverage.md', 'utf8'))
    expect(rows.map(({ id }) => id)).toEqual(allIds)
    expect(rows.filter(({ fit }) => fit === '●')).toHaveLength(coreCount)
  })
})
