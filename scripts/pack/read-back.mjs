// Opens a packed app and says everything that is not as it has to be. An empty list is a good package.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { extractFile, getRawHeader, listPackage, statFile, uncacheAll } from '@electron/asar'
import { NtExecutable, NtExecutableResource } from 'pe-library'
import { hashesOf, listFile } from './before-pack.mjs'
import { readWire, wantedWire } from './fuses.mjs'
import { absentHere, nativesOf, programOf, resourcesOf } from './targets.mjs'

/** @typedef {import('./targets.mjs').Target} Target */

/** Every file a package may hold. What is not here has to be thought about first. */
const allowed = [
  /^package\.json$/,
  /^dist\/desk\/(entry|job-thread)\.mjs$/,
  /^dist\/shell\/(main\.mjs|preload\.cjs|natives\.json)$/,
  /^dist\/renderer\/(index\.html|print\.css)$/,
  /^dist\/renderer\/assets\/[\w.-]+\.(js|mjs|css|woff2|svg|png|bcmap|pfb|ttf|wasm)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/,
  /^node_modules\/@node-rs\/argon2(-[\w-]+)?\/(package\.json|LICENSE|[\w-]+\.js)$/,
]

const needed = [
  'package.json',
  'dist/desk/entry.mjs',
  'dist/desk/job-thread.mjs',
  'dist/shell/main.mjs',
  'dist/shell/preload.cjs',
  listFile,
  'dist/renderer/index.html',
  'dist/renderer/print.css',
]

/** @param {Buffer | string} bytes */
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** @param {string} archive */
export const filesIn = (archive) =>
  listPackage(archive, { isPack: false })
    .map((file) => file.replaceAll('\\', '/').replace(/^\//, ''))
    .filter(
      (file) =>
        !('files' in statFile(archive, file.split('/').join(process.platform === 'win32' ? '\\' : '/'))),
    )

/** @param {readonly string[]} files @param {readonly string[]} natives */
export const oddFiles = (files, natives) => [
  ...files
    .filter((file) => !natives.includes(file) && !allowed.some((pattern) => pattern.test(file)))
    .map((file) => `must not be inside: ${file}`),
  ...[...needed, ...natives].filter((file) => !files.includes(file)).map((file) => `is missing: ${file}`),
]

/** The natives stand beside the archive, are the installed ones, and the archive's list says so.
 * @param {string} root @param {Target} target @param {string} archive @param {readonly string[]} natives */
const oddNatives = (root, target, archive, natives) => {
  const listed = JSON.parse(extractFile(archive, listFile).toString('utf8'))
  const hashes = hashesOf(root, target)
  const differences = natives.filter((file) => {
    const beside = join(`${archive}.unpacked`, file)
    if (!existsSync(beside)) return true
    // macOS has put a signature into it since.
    if (target.system === 'darwin') return listed[file] !== hashes[file]
    const hash = sha256(readFileSync(beside))
    return listed[file] !== hash || hashes[file] !== hash
  })
  const besides = existsSync(`${archive}.unpacked`)
    ? readdirSync(`${archive}.unpacked`, { recursive: true, withFileTypes: true }).filter(
        (entry) => !entry.isDirectory(),
      )
    : []
  return [
    ...differences.map((file) => `is not the file that was installed: ${file}`),
    ...(besides.length === natives.length
      ? []
      : [`${besides.length} files beside the archive, not ${natives.length}`]),
    ...(Object.keys(listed).length === natives.length ? [] : ['the list of natives names others than these']),
  ]
}

/** Windows keeps the archive's hash as a resource of the program. @param {string} program @param {string} archive */
const oddIntegrity = (program, archive) => {
  const { entries } = NtExecutableResource.from(
    NtExecutable.from(readFileSync(program), { ignoreCert: true }),
  )
  const resource = entries.find(({ type }) => type === 'INTEGRITY')
  if (resource === undefined) return ['the program carries no hash of the archive']
  const hash = sha256(getRawHeader(archive).headerString)
  return Buffer.from(resource.bin).toString('utf8').includes(hash)
    ? []
    : ['the program carries another archive’s hash']
}

/** What stands beside the archive for whoever has to read a vault without the app, and where it comes from. */
const readerFiles = {
  'README.md': 'resources/reader/README.md',
  'format.mjs': 'resources/reader/format.mjs',
  'reader.mjs': 'resources/reader/reader.mjs',
  'vault-format.md': 'docs/vault-format.md',
}

/** @param {string} root @param {string} folder the packed reader */
const oddReader = (root, folder) => {
  const found = existsSync(folder) ? readdirSync(folder) : []
  return [
    ...Object.entries(readerFiles)
      .filter(([name]) => found.includes(name))
      .filter(([name, from]) => !readFileSync(join(folder, name)).equals(readFileSync(join(root, from))))
      .map(([name]) => `is another file than here: reader/${name}`),
    ...Object.keys(readerFiles)
      .filter((name) => !found.includes(name))
      .map((name) => `is missing: reader/${name}`),
    ...found.filter((name) => !(name in readerFiles)).map((name) => `must not be inside: reader/${name}`),
  ]
}

/** @param {string} folder @param {Target} target */
const oddSurroundings = (folder, target) => {
  const beside = ['THIRD-PARTY.md', 'licences.txt'].map((file) => join(folder, resourcesOf(target), file))
  const languages = target.system === 'darwin' ? [] : readdirSync(join(folder, 'locales')).sort()
  return [
    ...beside.filter((file) => !existsSync(file)).map((file) => `is missing: ${file}`),
    ...(languages.every((file) => /^(zh-CN|en-US)\.pak$/.test(file))
      ? []
      : [`speaks ${languages.join(' ')}`]),
  ]
}

/**
 * @param {string} root
 * @param {string} folder the packed app
 * @param {Target} target
 * @returns {Promise<readonly string[]>}
 */
export const problemsOf = async (root, folder, target) => {
  // The reader remembers archives by their path.
  uncacheAll()
  const archive = join(folder, resourcesOf(target), 'app.asar')
  const program = join(folder, programOf(target))
  const absent = absentHere(root, target)
  const natives = nativesOf(target).filter((file) => !absent.includes(file))
  const wire = await readWire(program)
  return [
    ...oddFiles(filesIn(archive), natives),
    ...oddNatives(root, target, archive, natives),
    ...(wire === wantedWire ? [] : [`fuses are ${wire}, not ${wantedWire}`]),
    ...(target.system === 'win32' ? oddIntegrity(program, archive) : []),
    ...oddSurroundings(folder, target),
    ...oddReader(root, join(folder, resourcesOf(target), 'reader')),
  ]
}
