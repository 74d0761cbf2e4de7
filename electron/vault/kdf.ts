import { z } from 'zod'
import { argon2 } from './argon2.ts'
import type { KdfCost } from './kdf-cost.ts'

export type Kdf = KdfCost & { readonly salt: string }

const mib = 1024

// The floor refuses a header that was weakened, the ceiling one that would exhaust the machine.
// Checked by the header's schema, so before a single byte is allocated.
export const kdfSchema = z.object({
  m: z
    .int()
    .min(64 * mib)
    .max(1024 * mib),
  t: z.int().min(3).max(16),
  p: z.int().min(1).max(8),
  salt: z.base64().length(24),
})

export const leastCost: KdfCost = { m: 64 * mib, t: 3, p: 4 }

/** 32 bytes from a secret. A cost outside the bounds is a bug here: headers were checked when they were read. */
export const stretch = async (secret: Uint8Array, kdf: Kdf): Promise<Buffer> => {
  const { m, t, p, salt } = kdfSchema.parse(kdf)
  return (await argon2())(secret, Buffer.from(salt, 'base64'), { m, t, p })
}

const steps = [64, 96, 128, 192, 256]
const enough = 250
const tooSlow = 500

/** The first step that takes this machine at least a quarter of a second, never one that takes over half. */
export const chooseCost = async (measure: (cost: KdfCost) => Promise<number>): Promise<KdfCost> => {
  let best = leastCost
  for (const step of steps) {
    const cost = { ...leastCost, m: step * mib }
    const elapsed = await measure(cost)
    if (elapsed > tooSlow) return best
    best = cost
    if (elapsed >= enough) return best
  }
  return best
}

/** Measures on this machine; the clock is a port because only the desk's entry may read it. */
export const calibrate = (monotonic: () => number): Promise<KdfCost> =>
  chooseCost(async (cost) => {
    const hash = await argon2()
    const began = monotonic()
    await hash(Buffer.from('calibration'), Buffer.alloc(16, 1), cost)
    return monotonic() - began
  })
