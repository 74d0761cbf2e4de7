import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { decodeCopy, encodeCopy } from '../../electron/vault/header-copy.ts'
import { readHeaders } from '../../electron/vault/header-file.ts'
import { signHeader } from '../../electron/vault/header.ts'
import { unlockVault } from '../../electron/vault/unlock.ts'
import { makeTemplate, passphrase } from '../electron/vault/vault-template.ts'
import { below } from '../support/dice.ts'
import { check } from './check.ts'

/** One bit of the body, and the checksum made to fit again, as somebody with an editor would. */
const withBit = (copy: Buffer, bit: number): Buffer => {
  const front = Buffer.from(copy.subarray(0, -32))
  front.writeUInt8(front.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
  return Buffer.concat([front, createHash('sha256').update(front).digest()])
}

check(
  'K07',
  'no bit of the only copy of the header can be changed, with a fitting checksum too, so that it still opens',
  { usual: 6, drill: 1_000_000 },
  async ({ rounds, random }) => {
    const vault = await makeTemplate()
    const folder = vault.copy()
    rmSync(join(folder, 'header.b'))
    const path = join(folder, 'header.a')
    const whole = readFileSync(path)
    const bits = (whole.length - 32) * 8
    const all = Array.from({ length: bits }, (_, bit) => bit)
    // Most changes are no header at all and cost nothing to refuse; those that are one cost a derivation each.
    const forms = all.filter((bit) => decodeCopy(withBit(whole, bit)).state === 'read')
    const chosen =
      rounds >= forms.length
        ? forms
        : Array.from({ length: rounds }, () => forms[below(random, forms.length)] ?? 0)
    for (const bit of chosen) {
      writeFileSync(path, withBit(whole, bit))
      const answer = await unlockVault({ folder, slotId: vault.slotId, passphrase })
      expect(answer.ok, `bit ${bit}`).toBe(false)
      if (!answer.ok) expect(['damaged', 'wrong-passphrase', 'newer-version']).toContain(answer.failure.code)
    }
    writeFileSync(path, whole)
    expect((await unlockVault({ folder, slotId: vault.slotId, passphrase })).ok).toBe(true)
    vault.remove()
    return { rounds: chosen.length, note: `${bits} bits, ${forms.length} of them leave a readable header` }
  },
)

check(
  'R04',
  'a write of the header torn or garbled at any byte leaves one whole copy, and the newest whole one counts',
  { usual: 300, drill: 1_000_000 },
  async ({ rounds, random }) => {
    const vault = await makeTemplate()
    const folder = vault.copy()
    const [header] = readHeaders(folder).readable
    if (!header) throw new Error('the template has no header')
    const next = encodeCopy(signHeader({ ...header, seq: header.seq + 1 }, vault.keys.vmk))
    const step = Math.max(1, Math.floor(next.length / rounds))
    let tried = 0
    for (let at = 0; at < next.length; at += step) {
      const noise = Buffer.from(Array.from({ length: next.length - at }, () => below(random, 256)))
      for (const torn of [next.subarray(0, at), Buffer.concat([next.subarray(0, at), noise])]) {
        writeFileSync(join(folder, 'header.b'), torn)
        const { readable } = readHeaders(folder)
        expect(
          readable.map(({ seq }) => seq),
          `torn at ${at}`,
        ).toEqual([header.seq])
        tried += 1
      }
    }
    writeFileSync(join(folder, 'header.b'), next)
    expect(readHeaders(folder).readable[0]?.seq).toBe(header.seq + 1)
    vault.remove()
    return {
      rounds: tried,
      note: `${next.length} bytes, cut and garbled at every ${step === 1 ? 'one' : `${step}th`}`,
    }
  },
)
