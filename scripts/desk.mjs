// `npm run desk -- <procedure> …`: the desk without a window. Node reads the sources as they are.
import { join } from 'node:path'
import { prepare, root } from './bootstrap/prepare.mjs'
import { runToTheEnd } from './bootstrap/node24.mjs'

await prepare(import.meta.url)
const cli = join(root, 'electron/desk/cli.ts')
process.exit(
  await runToTheEnd(process.execPath, [cli, ...process.argv.slice(2)], {
    cwd: process.cwd(),
    env: process.env,
  }),
)
