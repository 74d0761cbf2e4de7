import type { Failure } from '../../shared/failure.ts'
import { fill } from '../../shared/text/fill.ts'
import { en, zhCN } from '../../shared/text/index.ts'
import { refusalKey } from '../../shared/text/refusal-key.ts'

// The answer on standard output is for programs. Beside it, on the other stream, stands what it means for a person.

type Place = { readonly key: string; readonly values: Readonly<Record<string, string | number>> }

const place = (key: string, values: Place['values'] = {}): Place => ({ key, values })

const badInput = (issues: Extract<Failure, { code: 'invalid' }>['issues']): Place => {
  const [first] = issues
  if (first?.path === 'passphrase' && first.rule === 'required') return place('command.passphrase')
  if (first?.path === '--user') return place('command.user')
  if (first?.rule === 'size') return place('command.size')
  if (first?.rule === 'json') return place('command.json')
  // No path: it is about the input as a whole, which has other names than those it may have.
  const paths = issues.map(({ path, rule }) => [path || 'input', rule].filter(Boolean).join(' '))
  return place('command.schema', { paths: paths.join(', ') })
}

const placeOf = (failure: Failure): Place => {
  switch (failure.code) {
    case 'invalid':
      return badInput(failure.issues)
    case 'not-found':
      return place(/^(vault|login)$/.test(failure.what) ? `command.${failure.what}` : 'error.not-found')
    case 'refused':
      return place(refusalKey('refusal', failure.rule) ?? 'error.refused', failure.params)
    case 'wrong-passphrase':
      return failure.waitSeconds > 0
        ? place('error.wrong-passphrase-wait', { waitSeconds: failure.waitSeconds })
        : place('error.wrong-passphrase')
    case 'in-use':
      return place('error.in-use', { by: failure.by })
    case 'damaged':
      return place('error.damaged', { part: failure.part })
    case 'bug':
      return place('error.bug', { ref: failure.ref })
    default:
      return place(`error.${failure.code}`)
  }
}

const textAt = (catalogue: object, key: string): string => {
  const found = key
    .split('.')
    .reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
      catalogue,
    )
  if (typeof found !== 'string') throw new Error(`no text ${key}`)
  return found
}

/** In both languages: which of them the reader of a terminal has, nobody knows. */
export const explain = (failure: Failure): string => {
  const { key, values } = placeOf(failure)
  return [zhCN, en].map((catalogue) => `${fill(textAt(catalogue, key), values)}\n`).join('')
}
