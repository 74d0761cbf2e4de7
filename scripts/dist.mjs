// `npm run dist`: the installers for this system, on this system. Natives come from its own node_modules, so a package
// for another system is made there (.github/workflows/ci.yml); nothing is packed that lacks one of them.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { prepare, root } from './bootstrap/prepare.mjs'
import { isBuilt } from './bootstrap/sources.mjs'

await prepare(import.meta.url)
const { buildAll } = await import('./build/bundles.mjs')
const { absentHere, folderOf, installerFlagsOf } = await import('./pack/targets.mjs')
const { problemsOf } = await import('./pack/read-back.mjs')

const target = /** @type {import('./pack/targets.mjs').Target} */ ({
  system: process.platform,
  arch: process.arch,
})
const absent = absentHere(root, target)
if (absent.length > 0) {
  console.error(`Not packed, because these are not installed:\n  ${absent.join('\n  ')}`)
  process.exit(1)
}
if (!isBuilt(root)) await buildAll(root)
const builder = join(root, 'node_modules/electron-builder/cli.js')
const { status } = spawnSync(process.execPath, [builder, ...installerFlagsOf(target)], {
  cwd: root,
  stdio: 'inherit',
})
if (status !== 0) process.exit(status ?? 1)
const problems = await problemsOf(root, join(root, 'release', folderOf(target)), target)
for (const problem of problems) console.error(problem)
if (problems.length === 0) console.log('The packages are in release/.')
process.exit(problems.length === 0 ? 0 : 1)
