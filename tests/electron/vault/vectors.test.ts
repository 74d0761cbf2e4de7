import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openDatabaseKey } from '../../../electron/vault/database-key.ts'
import { decodeCopy } from '../../../electron/vault/header-copy.ts'
import { isGenuine } from '../../../electron/vault/header.ts'
import { unwrapWith } from '../../../electron/vault/key-pair.ts'
import { passphraseBytes } from '../../../electron/vault/passphrase-text.ts'
import { openSealed, sourceOf } from '../../../electron/vault/sealed-file.ts'
import { openSlot } from '../../../electron/vault/slot.ts'
import { canonical } from '../../../electron/vault/canonical.ts'
import { hasPython, noPython } from '../../../scripts/test/skips.mjs'
import { skipBecause } from '../../support/skip.ts'

const here = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const vectors = JSON.parse(readFileSync(here('fixtures/vectors.json'), 'utf8')) as {
  readonly passphrase: string
  readonly header: string
  readonly vmk: string
  readonly databaseKey: string
  readonly sealed: {
    readonly file: string
    readonly wrapped: string
    readonly dataKey: string
    readonly bytes: string
    readonly plain: string
  }
}

it('the test vectors are what this program writes: header, slot, database key, role key, sealed file', async () => {
  const copy = decodeCopy(Buffer.from(vectors.header, 'base64'))
  if (copy.state !== 'read') throw new Error('the header of the vectors is not whole')
  const [slot] = copy.header.slots
  if (!slot) throw new Error('the vectors have a slot')
  const payload = await openSlot(copy.header.vid, slot, passphraseBytes(vectors.passphrase))
  expect(payload?.vmk.toString('hex')).toBe(vectors.vmk)
  expect(isGenuine(copy.header, Buffer.from(vectors.vmk, 'hex'))).toBe(true)
  expect(openDatabaseKey(copy.header, Buffer.from(vectors.vmk, 'hex'))?.toString('hex')).toBe(
    vectors.databaseKey,
  )
  const { file, wrapped, dataKey, bytes, plain } = vectors.sealed
  const bound = canonical({ vid: copy.header.vid, file, use: 'sealed-file' })
  const key = unwrapWith(
    payload?.rolePrivate.archive ?? Buffer.alloc(0),
    Buffer.from(wrapped, 'base64'),
    bound,
  )
  expect(key?.toString('hex')).toBe(dataKey)
  // Written by a second writer, from the page.
  const opened = openSealed(sourceOf(Buffer.from(bytes, 'base64')), Buffer.from(dataKey, 'hex'))
  expect(opened?.plain.toString('utf8')).toBe(plain)
})

it('a second implementation, in Python, opens the same slot and sealed file and refuses a changed bit', (context) => {
  if (!hasPython()) skipBecause(context, noPython)
  const words = [here('drills/reader.py'), here('fixtures/vectors.json')]
  const { status, stdout, stderr } = spawnSync('python3', words, { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  const { argon2, ...shown } = JSON.parse(stdout) as { readonly argon2: string }
  expect(['computed', 'given']).toContain(argon2)
  expect(shown).toEqual({
    slot: true,
    genuine: true,
    database: true,
    dataKey: true,
    sealed: true,
    refuses: true,
  })
})
