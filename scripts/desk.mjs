// `npm run -s desk -- <procedure>`: calls on the desk without a window. Only the answer goes to stdout.
import { join } from 'node:path'
import { runToTheEnd } from './bootstrap/node24.mjs'
import { prepare, root } from './bootstrap/prepare.mjs'
import { isBuilt } from './bootstrap/sources.mjs'

console.log = console.error
await prepare(import.meta.url)
if (!isBuilt(root)) {
  const { buildAll } = await import('./build/bundles.mjs')
  await buildAll(root)
}
const cli = join(root, 'dist/desk/cli.mjs')
const { env } = process
process.exit(
  await runToTheEnd(process.execPath, [cli, ...process.argv.slice(2)], { cwd: process.cwd(), env }),
)
