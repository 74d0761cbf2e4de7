// An Electron that can't run, for a look at what the packer makes of the app where the real one can't be had: the
// program file holds only what packing reads and changes in it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NtExecutable, NtExecutableResource } from 'pe-library'
import { Resource } from 'resedit'

/** Fuses are bytes behind this sentinel: version, length, one sign each. @param {number} [count] */
export const fuseBytes = (count = 9) =>
  Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, count]),
    Buffer.alloc(count, '1'),
  ])

const manifest = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0"></assembly>`

/** A Windows program of a kilobyte with the resources that packing rewrites, fuses behind it. */
const emptyProgram = () => {
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.lang = 1033
  version.setFileVersion(0, 0, 0, 0)
  version.setStringValues(
    { lang: 1033, codepage: 1200 },
    { ProductName: 'Electron', FileDescription: 'Electron' },
  )
  version.outputToResourceEntries(resources.entries)
  const bin = new TextEncoder().encode(manifest)
  resources.entries.push({ type: 24, id: 1, lang: 1033, codepage: 1200, bin: bin.buffer })
  resources.outputResource(program)
  return Buffer.from(program.generate())
}

const languages = ['zh-CN', 'en-US', 'de']

/** @param {string} folder @param {'linux' | 'win32'} system @param {string} version */
export const layOutEmptyElectron = (folder, system, version) => {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  const [name, program] =
    system === 'win32' ? ['electron.exe', emptyProgram()] : ['electron', Buffer.from('not a program\n')]
  writeFileSync(join(folder, name), Buffer.concat([program, fuseBytes()]), { mode: 0o755 })
  writeFileSync(join(folder, 'version'), version)
  for (const language of languages) writeFileSync(join(folder, `locales/${language}.pak`), '')
}

/** @type {readonly { readonly system: 'linux' | 'win32', readonly arch: 'x64' | 'arm64' }[]} */
export const checkedTargets = [
  { system: 'linux', arch: 'x64' },
  { system: 'linux', arch: 'arm64' },
  { system: 'win32', arch: 'x64' },
]
