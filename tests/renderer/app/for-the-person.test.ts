import { expect, test } from 'vitest'
import type { Notice } from '../../../shared/notice/contract.ts'
import { isForThePerson } from '../../../renderer/app/for-the-person.ts'

const verdict = (kind: string, salvage: number | null = null): Notice => ({
  seq: 1,
  kind: 'verdict',
  verdict: kind,
  row: null,
  pages: [],
  more: 0,
  salvage,
})

test('a check that found nothing new takes nothing off the screen that was to be told', () => {
  for (const calm of ['intact', 'unchecked', 'salvaged'])
    expect(isForThePerson(verdict(calm)), calm).toBe(false)
  for (const kind of ['damaged', 'altered', 'truncated', 'replaced', 'unanchored', 'header-replaced'])
    expect(isForThePerson(verdict(kind)), kind).toBe(true)
})

test('what a salvage lost is told while nobody has acknowledged it, whether or not the log lost rows', () => {
  for (const kind of ['salvaged', 'intact']) expect(isForThePerson(verdict(kind, 12)), kind).toBe(true)
})

test('a failed backup and the coming lock are told, changes and jobs are not', () => {
  expect(isForThePerson({ seq: 1, kind: 'backup-failed' })).toBe(true)
  expect(isForThePerson({ seq: 1, kind: 'locked-soon', seconds: 60 })).toBe(true)
  expect(isForThePerson({ seq: 1, kind: 'job', jobId: 1 })).toBe(false)
  expect(isForThePerson({ seq: 1, kind: 'changed', topics: ['staff'] })).toBe(false)
})
