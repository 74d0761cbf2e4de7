import { constantOf, isNode, lineAt, nodesOf, textOf } from '../source.ts'
import type { Node, Rule, Source } from '../source.ts'

const queries = new Set(['one', 'all', 'each', 'run'])
const isHandle = /(^|\.)(db|database|read|write|reader|writer|handle|tx|book)$/i
const startsLikeSql = /^\s*(select|insert|update|delete|create|drop|alter|replace|pragma|attach|vacuum)\s/i

const calledMember = (node: Node): { object: Node; name: string } | null => {
  const callee = node['callee']
  if (node.type !== 'CallExpression' || !isNode(callee) || callee.type !== 'MemberExpression') return null
  const { object, property } = callee
  if (!isNode(object) || !isNode(property)) return null
  return { object, name: String(property['name']) }
}

type Names = ReadonlySet<string>

const holesOf = (node: Node): Node[] =>
  Array.isArray(node['expressions']) ? node['expressions'].filter(isNode) : []

/** Known when the module is loaded: a literal, a constant's name, or those put together. */
const isConstant = (node: unknown, names: Names): boolean => {
  if (!isNode(node)) return false
  if (node.type === 'Identifier') return names.has(String(node['name']))
  if (node.type === 'TemplateLiteral') return holesOf(node).every((hole) => isConstant(hole, names))
  if (node.type === 'BinaryExpression')
    return isConstant(node['left'], names) && isConstant(node['right'], names)
  return constantOf(node) !== null
}

const isOutermost = ({ text }: Source, node: Node): boolean => {
  const line = text.slice(text.lastIndexOf('\n', node.start - 1) + 1, node.start)
  return line === '' || line === 'export '
}

/** The file's own top-level text constants in order, and what it imports. */
const constantNames = (source: Source): Names => {
  const names = new Set<string>()
  for (const node of nodesOf(source)) {
    if (node.type === 'ImportSpecifier' && isNode(node['local'])) names.add(String(node['local']['name']))
    if (node.type !== 'VariableDeclaration' || node['kind'] !== 'const' || !isOutermost(source, node))
      continue
    for (const { id, init } of node['declarations'] as { id: Node; init: unknown }[])
      if (isConstant(init, names)) names.add(String(id['name']))
  }
  return names
}

/** SQL handed to the database is a constant, so that no value can become part of it. */
export const sqlIsConstant: Rule = (source: Source) => {
  const nodes = nodesOf(source)
  const names = constantNames(source)
  return nodes.flatMap((node) => {
    const call = calledMember(node)
    if (call === null || !queries.has(call.name) || !isHandle.test(textOf(source, call.object))) return []
    const [sql] = node['arguments'] as unknown[]
    return isConstant(sql, names) ? [] : [`${lineAt(source.text, node.start)}: SQL is not a constant`]
  })
}

/** No text that begins like SQL has holes in it or is added together. */
export const sqlIsWhole: Rule = (source: Source) => {
  const names = constantNames(source)
  return nodesOf(source).flatMap((node) => {
    const [first] = (node['quasis'] ?? []) as { value: { cooked: string } }[]
    const beginning = node.type === 'BinaryExpression' ? constantOf(node['left']) : first?.value.cooked
    const isBuilt = startsLikeSql.test(beginning ?? '') && !isConstant(node, names)
    return isBuilt ? [`${lineAt(source.text, node.start)}: SQL is put together`] : []
  })
}

/** Only one file makes a connection to SQLite. */
export const opensNoDatabase: Rule = (source: Source) =>
  nodesOf(source).flatMap((node) => {
    const callee = node['callee']
    const opens =
      node.type === 'NewExpression' &&
      isNode(callee) &&
      /^(Database|DatabaseSync)$/.test(textOf(source, callee))
    return opens ? [`${lineAt(source.text, node.start)}: opens a database`] : []
  })
