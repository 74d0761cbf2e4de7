// Builds every bundle of the app into dist/, or only the ones named: `npm run build -- window preview`.
import { prepare, root } from './bootstrap/prepare.mjs'

await prepare(import.meta.url)
const { buildAll } = await import('./build/bundles.mjs')
await buildAll(root, process.argv.slice(2))
console.log('Built dist/.')
