import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from '../../scripts/drill/check.mjs'

// What the document says of a check's rounds is read out of the check itself.

const root = join(import.meta.dirname, '../..')
const call = /^\s*check\(\s*'(\w\d\d)',\s*(?:'(?:[^'\\]|\\.)*'|\w+),\s*(\{[^}]*\}|\w+),/gm

const inWords = (rounds: string): string => {
  const [, usual = '', drill = ''] = /usual: ([^,}]+), drill: ([^,}]+)/.exec(rounds) ?? []
  const number = (text: string): string => {
    const given = text.trim()
    return /^[\d_]+$/.test(given) ? Number(given.replaceAll('_', '')).toLocaleString('en') : 'all'
  }
  return number(usual) === number(drill) ? number(usual) : `${number(usual)} → ${number(drill)}`
}

const roundsIn = (file: string, id: string): readonly string[] => {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(call)]
    .filter(([, found]) => found === id)
    .map(([, , given = '']) =>
      inWords(given.startsWith('{') ? given : (new RegExp(`const ${given} = (\\{.*)`).exec(text)?.[1] ?? '')),
    )
}

/** The last cell of a check's row: `both: 2,000 → 1,000,000 (twice), 300 → 50,000`. */
export const roundsCell = ({ id, proof }: Check): string => {
  const all = [...new Set(proof.map(([file]) => file))].flatMap((file) => roundsIn(file, id))
  if (all.length === 0) return 'both, the same'
  const counted = [...new Set(all)].map((words) => {
    const times = all.filter((other) => other === words).length
    return times === 1 ? words : `${words} (${times}×)`
  })
  return `both: ${counted.join(', ')}`
}
