// The project's files as the house rules read them: text, lines and the parsed tree.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export type Source = { readonly path: string; readonly text: string }
/** A syntax node, read field by field because rules look at very few kinds. */
export type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number }
/** A rule gives what is wrong in one file, `line: reason`. */
export type Rule = (source: Source) => readonly string[]

const left = new Set(['node_modules', 'dist', 'release', '.git', 'fixtures', 'test-results'])

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (left.has(entry.name)) return []
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? filesUnder(path) : [path]
  })

/** Files of these folders ('' is the whole project) whose names end like this. */
export const sources = (folders: readonly string[], ending: RegExp): Source[] =>
  folders
    .filter(
      (folder) => folder === '' || statSync(join(root, folder), { throwIfNoEntry: false }) !== undefined,
    )
    .flatMap(filesUnder)
    .filter((path) => ending.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  )

const nodesUnder = (node: Node): Node[] => [node, ...childrenOf(node).flatMap(nodesUnder)]

/** Every node of a file, outer ones first. */
export const nodesOf = ({ path, text }: Source): Node[] => {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} can't be parsed`)
  const tree: unknown = program
  return isNode(tree) ? nodesUnder(tree) : []
}

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** The source text of a node. */
export const textOf = ({ text }: Source, node: Node): string => text.slice(node.start, Number(node['end']))

/** A string that is fully known from the source; null when it is put together. */
export const constantOf = (node: unknown): string | null => {
  if (!isNode(node)) return null
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateLiteral' || (node['expressions'] as unknown[]).length > 0) return null
  const [only] = node['quasis'] as { value: { cooked: string } }[]
  return only?.value.cooked ?? null
}

/** Runs a rule over files; each finding names its place. */
export const findings = (rule: Rule, files: readonly Source[]): string[] =>
  files.flatMap((source) => rule(source).map((what) => `${source.path}:${what}`))
