import { parsers } from 'prettier/plugins/yaml'

// The formatter knows YAML already; its tree is turned into plain values. Every scalar stays text.

export type Yaml = string | null | readonly Yaml[] | { readonly [key: string]: Yaml }

export const textOf = (value: Yaml | undefined): string => (typeof value === 'string' ? value : '')

type Node = { readonly type: string; readonly value?: string; readonly children?: readonly (Node | null)[] }

const inside = (node: Node): readonly Node[] => (node.children ?? []).filter((child) => child !== null)

const pair = (item: Node): readonly [string, Yaml] => {
  const [key, value] = item.children ?? []
  return [textOf(key ? valueOf(key) : null), value ? valueOf(value) : null]
}

const valueOf = (node: Node): Yaml => {
  if (/^(flow)?mapping$/i.test(node.type)) return Object.fromEntries(inside(node).map(pair))
  if (/^(flow)?sequence$/i.test(node.type)) return inside(node).map(valueOf)
  if (node.value !== undefined) return node.value
  const [only] = inside(node)
  return only === undefined ? null : valueOf(only)
}

export const readYaml = async (text: string): Promise<Yaml> => {
  const tree = (await parsers.yaml.parse(text, { originalText: text } as never)) as Node
  const body = tree.children?.[0]?.children?.find((child) => child?.type === 'documentBody')
  return body ? valueOf(body) : null
}
