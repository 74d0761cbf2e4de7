// `npm run -s vault -- verify|backup|restore|salvage|read …`: the vault's own tools. Only the answer goes to stdout.
import { join } from 'node:path'
import { runToTheEnd } from './bootstrap/node24.mjs'
import { prepare, root } from './bootstrap/prepare.mjs'
import { isBuilt } from './bootstrap/sources.mjs'

console.log = console.error
await prepare(import.meta.url)
const [verb, ...words] = process.argv.slice(2)
const { env } = process
const cwd = process.cwd()
// The reader is not the app: it needs no build and runs as it would on a PC without Zhiyin.
const reader = join(root, 'resources/reader/reader.mjs')
if (verb === 'read') process.exit(await runToTheEnd(process.execPath, [reader, ...words], { cwd, env }))
if (!isBuilt(root)) {
  const { buildAll } = await import('./build/bundles.mjs')
  await buildAll(root)
}
const tools = join(root, 'dist/desk/vault.mjs')
process.exit(await runToTheEnd(process.execPath, [tools, ...process.argv.slice(2)], { cwd, env }))
