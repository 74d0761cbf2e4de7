// `npm start`: packages, Node 24, a fresh build, then Electron – or the preview where Electron can't run.
import { join } from 'node:path'
import { prepare, root } from './bootstrap/prepare.mjs'
import { runToTheEnd } from './bootstrap/node24.mjs'
import { isBuilt } from './bootstrap/sources.mjs'
import { chooseElectron } from './start/choose.mjs'
import { flagsAsArguments, readFlags, usage } from './start/flags.mjs'
import { runElectron } from './start/run-electron.mjs'

const read = readFlags(process.argv.slice(2))
if ('mistake' in read) {
  console.error(`${read.mistake}\n${usage}`)
  process.exit(2)
}
const { flags } = read

await prepare(import.meta.url)
if (!isBuilt(root)) {
  const { buildAll } = await import('./build/bundles.mjs')
  try {
    await buildAll(root)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error('The app could not be built, so nothing was started.')
    process.exit(1)
  }
}

const { env, platform, arch } = process
const uid = process.getuid?.() ?? null
const { preview, offline } = flags
const choice = await chooseElectron({ root, env, platform, arch, uid, preview, offline })
const ended =
  'binary' in choice ? await runElectron(choice.binary, [root, ...flagsAsArguments(flags)]) : choice
if ('code' in ended) process.exit(ended.code)

console.log(`Opening the preview: ${ended.reason}.`)
const main = join(root, 'dist/preview/main.mjs')
process.exit(
  await runToTheEnd(process.execPath, [main, ...flagsAsArguments(flags)], { cwd: process.cwd(), env }),
)
