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

const valuesOf = (node: Node): unknown[] =>
  (node['properties'] as Node[]).map((property) =>
    property.type === 'Property' ? property['value'] : property,
  )

/** Known when the module is loaded: a literal, a constant's name, a table of constants, or those put together. */
const isConstant = (node: unknown, names: Names): boolean => {
  if (!isNode(node)) return false
  const isAll = (parts: readonly unknown[]): boolean => parts.every((part) => isConstant(part, names))
  switch (node.type) {
    case 'Identifier':
      return names.has(String(node['name']))
    case 'TemplateLiteral':
      return isAll(holesOf(node))
    case 'BinaryExpression':
      return isAll([node['left'], node['right']])
    case 'ConditionalExpression':
      return isAll([node['consequent'], node['alternate']])
    case 'ObjectExpression':
      return isAll(valuesOf(node))
    case 'MemberExpression':
      return isAll([node['object']])
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isAll([node['expression']])
    default:
      return constantOf(node) !== null
  }
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
