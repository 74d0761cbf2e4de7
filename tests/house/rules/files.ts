import { basename } from 'node:path'
import type { Rule, Source } from '../source.ts'

const longest = 250

export const isShortOrSaysWhy: Rule = ({ text }: Source) => {
  const lines = text.trimEnd().split('\n')
  if (lines.length <= longest || /long because: \S/.test(lines[0] ?? '')) return []
  return [`1: ${lines.length} lines without a reason in the first one`]
}

const emptyNames = /(^|-)(utils?|helpers?|managers?|services?|misc)(-|\.|$)/

export const isNamedWell: Rule = ({ path }: Source) => {
  const name = basename(path)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/.test(name)) return [`1: not kebab-case`]
  return emptyNames.test(name) ? [`1: the name says nothing`] : []
}

// In pieces, so that this file doesn't accuse itself.
const quieting = new RegExp(
  ['ts-(ignore|expect-error|no', 'check)|(ox|es)lint-', 'disable|as a', 'ny\\b'].join(''),
)
const postponed = new RegExp(['\\b(TO', 'DO|FIX', 'ME|XX', 'X)\\b'].join(''))

export const silencesNothing: Rule = ({ text }: Source) =>
  text.split('\n').flatMap((line, index) => {
    if (quieting.test(line)) return [`${index + 1}: a warning is silenced`]
    return postponed.test(line) ? [`${index + 1}: work is postponed in a comment`] : []
  })

const machinePaths = new RegExp(['(^|[^\\w.])/(wo', 'rk|ro', 'ot)/'].join(''))

/** The project must not know the machine it was written on. */
export const knowsNoMachine: Rule = ({ text }: Source) =>
  text
    .split('\n')
    .flatMap((line, index) => (machinePaths.test(line) ? [`${index + 1}: names a machine's folder`] : []))

/** Only tests for the real Electron or for a full disk may be left out of a run, and nothing may be run alone. */
export const leavesOutNothing: Rule = ({ text }: Source) =>
  text.split('\n').flatMap((line, index) => {
    const leaves = /\b(test|it|describe)\.(skip|only|todo|fixme|fails|skipIf|runIf)\b/.test(line)
    return leaves && !/real-electron|noSmallDisk/.test(line) ? [`${index + 1}: a test is left out`] : []
  })
