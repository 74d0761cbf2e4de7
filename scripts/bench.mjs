// `npm run bench`: builds what is measured, then measures it against floors of the same run (tests/bench).
import { join } from 'node:path'
import { runToTheEnd } from './bootstrap/node24.mjs'
import { prepare, root } from './bootstrap/prepare.mjs'
import { isBuilt } from './bootstrap/sources.mjs'

await prepare(import.meta.url)
if (!isBuilt(root)) {
  const { buildAll } = await import('./build/bundles.mjs')
  await buildAll(root)
}
const { env } = process
const main = join(root, 'tests/bench/main.ts')
process.exit(
  await runToTheEnd(process.execPath, [main, ...process.argv.slice(2)], { cwd: process.cwd(), env }),
)
