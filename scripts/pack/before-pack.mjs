// Runs before a system's app is laid out: writes the SHA-256 of the natives this package will carry. The list goes
// into the archive; the shell compares the files beside the archive with it before it starts the desk, because
// Electron's own check of integrity ends at the archive (check S10).
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nativesOf } from './targets.mjs'

/** The archive's own copy of the list; `dist/shell/natives.json` here. */
export const listFile = 'dist/shell/natives.json'

/** @param {string} root @param {import('./targets.mjs').Target} target @returns {Readonly<Record<string, string>>} */
export const hashesOf = (root, target) =>
  Object.fromEntries(
    nativesOf(target)
      .filter((file) => existsSync(join(root, file)))
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(root, file)))
          .digest('hex'),
      ]),
  )

// The packer's numbers for processors.
/** @type {Readonly<Record<number, import('./targets.mjs').Target['arch']>>} */
const archNames = { 1: 'x64', 3: 'arm64' }

/** @param {{ readonly arch: number, readonly electronPlatformName: string, readonly packager: { readonly projectDir: string } }} packing */
export const beforePack = ({ arch, electronPlatformName, packager }) => {
  const system = /** @type {import('./targets.mjs').System} */ (electronPlatformName)
  const name = archNames[arch]
  if (name === undefined) throw new Error(`no package is made for processor ${arch}`)
  const hashes = hashesOf(packager.projectDir, { system, arch: name })
  writeFileSync(join(packager.projectDir, listFile), `${JSON.stringify(hashes, null, 2)}\n`)
}
