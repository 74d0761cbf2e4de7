// `npm run drill`: the checks of the vault, each with its id, as often and as long as asked for.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { prepare, root } from './bootstrap/prepare.mjs'
import { checks } from './drill/checks.mjs'
import { elsewhere } from './drill/elsewhere.mjs'
import { readFlags, usage } from './drill/flags.mjs'
import { judge } from './drill/judge.mjs'
import { jsonOf, tableOf, totalOf } from './drill/table.mjs'

/** @param {readonly string[]} only */
const choose = (only) => {
  const unknown = only.filter((id) => !checks.some((check) => check.id === id))
  if (unknown.length > 0) throw new Error(`no such check here: ${unknown.join(', ')}`)
  return only.length === 0 ? checks : checks.filter(({ id }) => only.includes(id))
}

const list = () => {
  for (const { id, what, proof } of checks) {
    console.log(`${id}  ${what}`)
    for (const [file, ...names] of proof) console.log(`       ${[file, ...names].join(' › ')}`)
  }
  for (const { id, why } of elsewhere) console.log(`${id}  not here: ${why}`)
}

const read = () => {
  try {
    const flags = readFlags(process.argv.slice(2))
    return { flags, chosen: choose(flags.only) }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return process.exit(2)
  }
}

const { flags, chosen } = read()
if (flags.list) {
  list()
  process.exit(0)
}
await prepare(import.meta.url)
if (chosen.some(({ proof }) => proof.some(([file]) => file.endsWith('.e2e.ts')))) {
  const { buildAll } = await import('./build/bundles.mjs')
  await buildAll(root)
}
const { runChecks } = await import('./drill/run.mjs')
const run = await runChecks(root, chosen, flags)
const verdicts = chosen.map((check) => judge(check, run))
console.log(`\n${tableOf(verdicts)}\n\nseed ${flags.seed}`)
if (flags.json !== undefined) writeFileSync(resolve(flags.json), `${jsonOf(verdicts)}\n`)
process.stdout.write(`${totalOf(verdicts)}\n`, () =>
  process.exit(verdicts.some(({ pass, skipped }) => !pass && !skipped) ? 1 : 0),
)
