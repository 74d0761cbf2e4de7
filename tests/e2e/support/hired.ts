import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { NewPerson } from '../../support/hire.ts'
import { firstPerson } from './people.ts'
import type { Preview } from './preview.ts'

const entry = fileURLToPath(new URL('../../support/people-entry.ts', import.meta.url))

/**
 * A branch that has had its first morning: the vault, its head, and these people, each hired by her and with a passphrase
 * of his own. Made by a process of its own before the page asks; returns the words of the recovery card.
 */
export const hireAll = async (
  { dataFolder }: Preview,
  at: string,
  people: readonly NewPerson[],
  head: Readonly<Record<'bank' | 'branch' | 'name' | 'passphrase', string>> = firstPerson,
): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [entry], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify({ dataFolder, at, first: head, people }))
  const words: unknown = JSON.parse(await text(child.stdout))
  if (!Array.isArray(words) || words.length !== 24) throw new Error('the branch was not made')
  return words.map(String)
}
