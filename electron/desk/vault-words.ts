import { parseArgs } from 'node:util'
import { readPrintedHead } from '../audit/printed-head.ts'
import { isHelp } from './cli-words.ts'

/** What stands behind `npm run vault --`. The passphrase or the card's text comes on standard input. */
export type VaultWords =
  | {
      readonly verb: 'verify'
      readonly data: string | undefined
      readonly user: string | undefined
      readonly from: string | undefined
      /** 记录校验首 from the footer of a printed sheet. */
      readonly head: string | undefined
    }
  | {
      readonly verb: 'backup'
      readonly data: string | undefined
      readonly user: string | undefined
      readonly into: string
    }
  | {
      readonly verb: 'restore'
      readonly data: string | undefined
      readonly user: string | undefined
      readonly from: string
    }
  | {
      readonly verb: 'salvage'
      readonly data: string | undefined
      readonly user: string | undefined
      readonly into: string
    }
  | { readonly verb: 'help' }
  | { readonly verb: 'usage'; readonly problem: string }

export const vaultUsage = `npm run -s vault -- verify --data DIR [--user NAME]            (pages, audit chain, anchors, header)
npm run -s vault -- verify --data DIR --head 'ABCD 1234'       (and whether the chain has the row a printed sheet shows)
npm run -s vault -- verify --from BACKUP [--user NAME]         (a backup: every file, then its database)
npm run -s vault -- backup --data DIR --into FOLDER            (the whole vault, read back and checked)
npm run -s vault -- restore --from BACKUP --data DIR           (into an empty data folder)
npm run -s vault -- salvage --data DIR --into EMPTY-FOLDER     (what a damaged vault still gives, as a new vault)
npm run -s vault -- read --from FOLDER --to EMPTY-FOLDER       (everything as PLAIN TEXT, without Zhiyin)
{"passphrase": "…"} or {"card": "…"} on standard input`

const usage = (problem: string): VaultWords => ({ verb: 'usage', problem })

const text = { type: 'string' } as const
const options = { data: text, user: text, from: text, into: text, head: text }

type Values = { readonly [name in keyof typeof options]?: string | undefined }

const verifyOf = ({ data, user, from, head }: Values): VaultWords => {
  const digits = head === undefined ? undefined : readPrintedHead(head)
  return head !== undefined && digits === undefined
    ? usage('--head takes the signs behind 记录校验首 on a sheet: eight or more of 0–9 and A–F')
    : { verb: 'verify', data, user, from, head: digits }
}

const wordsOf = (verb: string | undefined, values: Values): VaultWords => {
  const { data, user, from, into, head } = values
  if (verb === 'verify') return verifyOf(values)
  if (head !== undefined) return usage('--head belongs to verify')
  if (verb === 'backup') return into === undefined ? usage('backup needs --into') : { verb, data, user, into }
  if (verb === 'restore')
    return from === undefined ? usage('restore needs --from') : { verb, data, user, from }
  if (verb === 'salvage')
    return into === undefined ? usage('salvage needs --into') : { verb, data, user, into }
  return usage('name a verb: verify, backup, restore, salvage or read')
}

export const readVaultWords = (argv: readonly string[]): VaultWords => {
  if (argv.length === 1 && isHelp(argv[0])) return { verb: 'help' }
  try {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options })
    const [verb, ...more] = positionals
    return more.length > 0
      ? usage('one verb; passphrase and card come on standard input')
      : wordsOf(verb, values)
  } catch {
    // The message would repeat the word it didn't understand, and that could be a secret.
    return usage('a switch was not understood')
  }
}
