import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect } from 'vitest'
import { anchorFile, readAnchors } from '../../electron/audit/anchor.ts'
import { readCliWords } from '../../electron/desk/cli-words.ts'
import { decodeCopy } from '../../electron/vault/header-copy.ts'
import { readManifest } from '../../electron/vault/manifest.ts'
import { readVaultState } from '../../electron/vault/state.ts'
import { makeTemplate, tempFolder } from '../electron/vault/vault-template.ts'
import type { Template } from '../electron/vault/vault-template.ts'
import { check } from './check.ts'

let vault: Template
beforeAll(async () => {
  vault = await makeTemplate()
})
afterAll(() => vault.remove())

const junk = fc.oneof(
  fc.uint8Array({ maxLength: 4000 }).map((bytes) => Buffer.from(bytes)),
  fc.json({ maxDepth: 6 }).map((text) => Buffer.from(text)),
  fc.string({ maxLength: 500 }).map((text) => Buffer.from(`ZYH1${text}`)),
)

const mostMemory = 1024 * 1024 * 1024

/** However many cases went by, none of them may have kept anything. */
const usedMemory = (): string => {
  const { rss } = process.memoryUsage()
  expect(rss).toBeLessThan(mostMemory)
  return `${Math.round(rss / 1024 / 1024)} MiB in use`
}

const cases = { usual: 2_000, drill: 1_000_000 }

check('K08', 'no bytes whatever make the header reader do anything but refuse', cases, ({ rounds, seed }) => {
  fc.assert(
    fc.property(junk, (bytes) => {
      expect(decodeCopy(bytes).state).toBe('damaged')
    }),
    { numRuns: rounds, seed },
  )
  return { rounds, note: usedMemory() }
})

check('K08', 'a header copy with pieces moved, removed or doubled is refused', cases, ({ rounds, seed }) => {
  const genuine = readFileSync(join(vault.folder, 'header.a'))
  const place = fc.nat({ max: genuine.length - 1 })
  fc.assert(
    fc.property(place, place, place, (from, to, length) => {
      const piece = genuine.subarray(from, from + length)
      const harmed = Buffer.concat([genuine.subarray(0, to), piece, genuine.subarray(to + (length % 3))])
      fc.pre(!harmed.equals(genuine))
      expect(decodeCopy(harmed).state).not.toBe('read')
    }),
    { numRuns: rounds, seed },
  )
  return { rounds, note: usedMemory() }
})

const slow = { usual: 300, drill: 50_000, per: 20 }

check('K08', 'junk in any file of the vault is answered, never thrown', slow, ({ rounds, seed }) => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'backup'))
  fc.assert(
    fc.property(junk, junk, (first, second) => {
      writeFileSync(join(folder, 'header.a'), first)
      writeFileSync(join(folder, 'header.b'), second)
      writeFileSync(join(folder, anchorFile), first)
      writeFileSync(join(folder, 'backup', 'manifest.json'), second)
      expect(readVaultState(folder)).toEqual({ kind: 'damaged', part: 'header' })
      expect(readAnchors(folder, vault.keys).anchors).toEqual([])
      expect(readManifest(join(folder, 'backup'), vault.keys.vmk).ok).toBe(false)
    }),
    { numRuns: rounds, seed },
  )
  return { rounds, note: usedMemory() }
})

const word = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    '--data',
    '--user',
    '--batch',
    '--list',
    '--',
    '-',
    '--input',
    'client.list',
    'vault.restore',
    '__proto__',
  ),
  fc.json({ maxDepth: 3 }),
)

check(
  'K08',
  'whatever words a command has, they are understood or refused without being repeated',
  cases,
  ({ rounds, seed }) => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const read = readCliWords(words)
        if (read.kind !== 'usage') return
        const secrets = words.filter((each) => each.length > 12 && !/^(--|client|vault|__)/.test(each))
        expect(secrets.filter((each) => read.problem.includes(each))).toEqual([])
      }),
      { numRuns: rounds, seed },
    )
    return { rounds, note: usedMemory() }
  },
)
