// `npm run check`: the static rules and the tests over the source, for use while writing.
import { prepare, root } from './bootstrap/prepare.mjs'
import { sum, totalLine } from './test/part.mjs'

await prepare(import.meta.url)
const { runRules } = await import('./test/rules.mjs')
const { runVitest } = await import('./test/runners.mjs')

const limit = 5 * 60_000
const rules = await runRules(root, limit)
const house = await runVitest(root, { name: 'house', args: ['tests/house'], milliseconds: limit })
const total = sum([rules, house.count])
console.log(`\n${totalLine(total)}`)
process.exit(total.failed === 0 ? 0 : 1)
