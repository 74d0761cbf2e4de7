import { constantOf, isNode, lineAt, nodesOf, textOf } from '../source.ts'
import type { Rule, Source } from '../source.ts'

const connection = /(^|\.)(db|database|connection|raw|sqlite)$/i
// Each of these reads or writes pages past the cipher, the gate or the checks.
const methods = new Set(['backup', 'serialize', 'loadExtension', 'unsafeMode'])

export const callsNoForbiddenMethod: Rule = (source: Source) =>
  nodesOf(source).flatMap((node) => {
    if (node.type !== 'MemberExpression' || !isNode(node['object']) || !isNode(node['property'])) return []
    const name = String(node['property']['name'])
    const isForbidden = methods.has(name) && connection.test(textOf(source, node['object']))
    return isForbidden ? [`${lineAt(source.text, node.start)}: ${name} is forbidden`] : []
  })

/** Node's own SQLite has no cipher, and its Argon2 is missing in Electron. */
export const importsNothingForbidden: Rule = (source: Source) =>
  nodesOf(source).flatMap((node) => {
    if (node.type !== 'ImportDeclaration') return []
    const from = constantOf(node['source'])
    const names = (node['specifiers'] as unknown[]).filter(isNode).map((name) => textOf(source, name))
    const isForbidden =
      from === 'node:sqlite' || (from === 'node:crypto' && names.some((name) => /^argon2/.test(name)))
    return isForbidden ? [`${lineAt(source.text, node.start)}: this import is forbidden`] : []
  })

/** The vault's database and lock file are named nowhere but in the vault's own code. */
export const namesNoVaultFile: Rule = (source: Source) =>
  nodesOf(source).flatMap((node) => {
    const names = /(^|[\\/])(vault|lock)\.db(-wal|-shm)?$/.test(constantOf(node) ?? '')
    return names ? [`${lineAt(source.text, node.start)}: names a file of the vault`] : []
  })

/** Binary crosses the contract as a Blob, which both channels carry. */
export const hasNoBytes: Rule = (source: Source) =>
  nodesOf(source).flatMap((node) => {
    const isBytes =
      node.type === 'Identifier' && /^(Uint8Array|ArrayBuffer|Buffer)$/.test(String(node['name']))
    return isBytes ? [`${lineAt(source.text, node.start)}: bytes in a contract`] : []
  })

const pure = /^(xstate|zod)(\/|$)|^(pinyin-pro|@orpc\/contract|@zxcvbn-ts\/core)$/

/** shared/ imports itself, the two libraries it is written with, and small pure ones. */
export const importsOnlyPure: Rule = (source: Source) =>
  nodesOf(source).flatMap((node) => {
    const isImport = /^(Import|ExportNamed|ExportAll)(Declaration|Expression)$/.test(node.type)
    const from = isImport ? constantOf(node['source']) : null
    return from === null || from.startsWith('.') || pure.test(from)
      ? []
      : [`${lineAt(source.text, node.start)}: ${from} is not for shared/`]
  })
