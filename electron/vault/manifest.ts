import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { canonical } from './canonical.ts'
import { deriveKey, macOf, sameMac } from './derive.ts'

export const manifestFile = 'manifest.json'

const manifestSchema = z.strictObject({
  fmt: z.literal('ZYB1'),
  vid: z.string(),
  at: z.int(),
  schema: z.int(),
  /** Head of the audit chain in the copy. */
  audit: z.strictObject({ seq: z.int(), hash: z.string() }),
  files: z.array(
    z.strictObject({
      // Never a path out of the backup's own folder.
      name: z.string().regex(/^(?:sealed\/|attachments\/)?[\w-][\w.-]*$/),
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  mac: z.string(),
})

export type Manifest = z.infer<typeof manifestSchema>
export type BackedUpFile = Manifest['files'][number]

const macOfManifest = (vmk: Uint8Array, manifest: Manifest): string => {
  const { mac: _mac, ...covered } = manifest
  return macOf(deriveKey(vmk, manifest.vid, 'backup-mac'), canonical(covered))
}

export const signManifest = (vmk: Uint8Array, body: Omit<Manifest, 'mac'>): Manifest => {
  const unsigned = { ...body, mac: '' }
  return { ...unsigned, mac: macOfManifest(vmk, unsigned) }
}

const forged: Result<never> = fail({ code: 'damaged', part: 'backup-manifest' })

/** Cut off, of another shape or signed by somebody else: one answer for all of them. */
export const parseManifest = (text: string, vmk: Uint8Array): Result<Manifest> => {
  try {
    const manifest = manifestSchema.parse(JSON.parse(text))
    return sameMac(manifest.mac, macOfManifest(vmk, manifest)) ? ok(manifest) : forged
  } catch {
    return forged
  }
}

/** The list of what a backup holds, made by whoever holds the master key and by nobody else. */
export const readManifest = (folder: string, vmk: Uint8Array): Result<Manifest> => {
  try {
    return parseManifest(readFileSync(join(folder, manifestFile), 'utf8'), vmk)
  } catch {
    return forged
  }
}
