// What a packed app is called and holds on each system it is made for.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {'linux' | 'win32' | 'darwin'} System */
/** @typedef {{ readonly system: System, readonly arch: 'x64' | 'arm64' }} Target */

/** @type {Readonly<Record<System, string>>} */
const builderNames = { linux: 'linux', win32: 'win', darwin: 'mac' }

/** @param {Target} target the packer's own words for it */
export const flagsOf = ({ system, arch }) => [`--${builderNames[system]}`, `--${arch}`]

/** @typedef {Pick<Target, 'system'>} Kind */

/** The installers of each system, as in electron-builder.yml. @type {Readonly<Record<System, readonly string[]>>} */
export const installers = { linux: ['AppImage', 'deb'], win32: ['nsis'], darwin: ['dmg'] }

/** By name: left to its file, the packer makes every processor's, also those whose natives are not installed here.
 * @param {Target} target */
export const installerFlagsOf = ({ system, arch }) => [
  `--${builderNames[system]}`,
  ...installers[system],
  `--${arch}`,
]

/** Where the packer leaves the app in its output folder. @param {Target} target */
export const folderOf = ({ system, arch }) =>
  `${builderNames[system]}${arch === 'x64' ? '' : `-${arch}`}${system === 'darwin' ? '' : '-unpacked'}`

/** @param {Kind} kind */
export const programOf = ({ system }) =>
  ({ linux: 'zhiyin', win32: 'zhiyin.exe', darwin: '知音.app' })[system]

/** @param {Kind} kind */
export const resourcesOf = ({ system }) => (system === 'darwin' ? '知音.app/Contents/Resources' : 'resources')

/** The SQLite package carries every system's binary. @param {Target} target */
export const sqliteOf = ({ system, arch }) => `node_modules/better-sqlite3/prebuilds/${system}-${arch}.node`

/** Argon2 comes as one package per system, installed only on that system. @param {Target} target */
export const argon2Of = ({ system, arch }) => {
  const build = { linux: `linux-${arch}-gnu`, win32: `win32-${arch}-msvc`, darwin: `darwin-${arch}` }[system]
  return `node_modules/@node-rs/argon2-${build}/argon2.${build}.node`
}

/** The natives a whole package of this target has. @param {Target} target */
export const nativesOf = (target) => [argon2Of(target), sqliteOf(target)]

/** Those that can't be packed here because they are not installed on this system. @param {string} root @param {Target} target */
export const absentHere = (root, target) => nativesOf(target).filter((file) => !existsSync(join(root, file)))
