// `npm run test:electron`: the tests that need the real Electron, and here none may be left out. Fetches the binary
// when it is not there.
import { join } from 'node:path'
import { prepare, root } from './bootstrap/prepare.mjs'
import { isBuilt } from './bootstrap/sources.mjs'

await prepare(import.meta.url)
const { chooseElectron } = await import('./start/choose.mjs')
const { env, platform, arch } = process
const uid = process.getuid?.() ?? null
const choice = await chooseElectron({ root, env, platform, arch, uid, preview: false, offline: false })
if ('reason' in choice) {
  console.error(`The real Electron can't run here: ${choice.reason}.`)
  process.exit(1)
}
const { buildAll } = await import('./build/bundles.mjs')
if (!isBuilt(root)) await buildAll(root)
const { runEndToEnd } = await import('./test/runners.mjs')
const { totalLine } = await import('./test/part.mjs')
const { count } = await runEndToEnd(root, {
  name: 'e2e-electron',
  files: [join('tests', 'e2e', 'real-electron')],
  milliseconds: 30 * 60_000,
})
console.log(totalLine(count))
process.exit(count.failed === 0 && count.skipped === 0 && count.passed > 0 ? 0 : 1)
