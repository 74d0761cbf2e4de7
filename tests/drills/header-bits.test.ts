import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { decodeCopy } from '../../electron/vault/header-copy.ts'
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
    const chosen = rounds >= forms.length ? forms : Array.from({ length: rounds }, () => forms[below(random, forms.length)] ?? 0)
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
