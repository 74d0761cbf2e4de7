// Unpacks the Chromium that comes as a package. Its own launcher is not used: its default arguments switch web
// security off, and it unpacks to a folder every user of the machine can write to.
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

const unbrotli = promisify(brotliDecompress)

/** @param {Buffer} header @param {number} from @param {number} to */
const field = (header, from, to) => header.toString('utf8', from, to).replace(/\0.*$/s, '').trim()

/**
 * The few kinds of tar entry these archives hold: folders and files.
 * @param {Buffer} tar
 * @param {string} target
 */
export const untar = (tar, target) => {
  const home = resolve(target)
  for (let at = 0; at + 512 <= tar.length;) {
    const header = tar.subarray(at, at + 512)
    const size = parseInt(field(header, 124, 136) || '0', 8)
    const content = tar.subarray(at + 512, at + 512 + size)
    at += 512 + Math.ceil(size / 512) * 512
    const name = field(header, 0, 100)
    if (name === '') continue
    const file = resolve(home, field(header, 345, 500), name)
    if (file !== home && !file.startsWith(home + sep)) throw new Error(`outside the target: ${name}`)
    if (field(header, 156, 157) === '5') mkdirSync(file, { recursive: true })
    else {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
  }
}

/** @param {string} folder @param {boolean} withLibraries */
const starter = (folder, withLibraries) =>
  [
    '#!/bin/sh',
    ...(withLibraries
      ? [`export LD_LIBRARY_PATH="${folder}/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"`]
      : []),
    `[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="${folder}/fonts.conf"`,
    `exec "${folder}/chromium" "$@"`,
    '',
  ].join('\n')

/**
 * Unpacks once and gives two programs to try: with the system's libraries, and with the package's own.
 * @param {string} root
 * @param {string} cache
 */
export const unpackedChromium = async (root, cache) => {
  const from = join(root, 'node_modules/@sparticuz/chromium')
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(join(from, 'bin/chromium.br')))
    return []
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'))
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) await unpackInto(join(from, 'bin'), folder)
  return [join(folder, 'with-system-libraries'), join(folder, 'with-own-libraries')]
}

/** @param {string} bin @param {string} folder */
const unpackInto = async (bin, folder) => {
  const part = `${folder}.part-${process.pid}`
  mkdirSync(part, { recursive: true })
  const read = async (/** @type {string} */ name) => unbrotli(readFileSync(join(bin, name)))
  writeFileSync(join(part, 'chromium'), await read('chromium.br'))
  chmodSync(join(part, 'chromium'), 0o755)
  untar(await read('swiftshader.tar.br'), part)
  untar(await read('al2023.tar.br'), part)
  untar(await read('fonts.tar.br'), part)
  const fonts = readFileSync(join(part, 'fonts.conf'), 'utf8').replace(
    /<dir>[^<]*<\/dir>/,
    `<dir>${folder}/fonts</dir>`,
  )
  writeFileSync(join(part, 'fonts.conf'), fonts)
  for (const [name, own] of /** @type {const} */ ([
    ['with-system-libraries', false],
    ['with-own-libraries', true],
  ]))
    writeFileSync(join(part, name), starter(folder, own), { mode: 0o755 })
  // Another run may have been quicker; its folder is as good as ours.
  if (existsSync(folder)) rmSync(part, { recursive: true })
  else renameSync(part, folder)
}
