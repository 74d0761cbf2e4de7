// The static rules: each is one program and counts as one test.
import { join } from 'node:path'
import { oneTest, runNode, sum } from './part.mjs'

/** @typedef {{ readonly name: string, readonly args: readonly string[] }} Rule */

/** @param {string} root @returns {readonly Rule[]} */
export const rulesOf = (root) => {
  const tool = (/** @type {string} */ path) => join(root, 'node_modules', path)
  const prettier = ['--config', 'scripts/config/prettier.json']
  return [
    { name: 'types agree in every world', args: [tool('typescript/bin/tsc'), '-b'] },
    {
      name: 'the linter finds nothing',
      args: [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '.'],
    },
    {
      name: 'every file is formatted',
      args: [tool('prettier/bin/prettier.cjs'), ...prettier, '--log-level', 'warn', '--check', '.'],
    },
    {
      name: 'nothing is left over',
      args: [tool('knip/bin/knip.js'), '--config', 'scripts/config/knip.json', '--no-progress'],
    },
  ]
}

/** @param {string} root @param {number} milliseconds */
export const runRules = async (root, milliseconds) => {
  const counts = []
  for (const { name, args } of rulesOf(root)) {
    const isGood = (await runNode(args, { cwd: root, milliseconds })) === 0
    console.log(`${isGood ? '✓' : '✗'} ${name}`)
    counts.push(oneTest(isGood))
  }
  return sum(counts)
}
