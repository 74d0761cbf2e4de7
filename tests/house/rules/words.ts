import { constantOf, isNode, lineAt, nodesOf, textOf } from '../source.ts'
import type { Node, Rule, Source } from '../source.ts'

const han = /\p{Script=Han}/u
const spoken = new Set(['aria-label', 'title', 'placeholder', 'label', 'alt', 'helperText', 'children'])

// The names on keys are the same in every language, and so is the product's own.
const keys = /\b(Ctrl|Alt|Shift|Esc|Enter|Tab|Space|F\d{1,2})\b/g
const productName = '知音'

const isSentence = (text: string): boolean =>
  han.test(text) || /\p{L}{2,}/u.test(text.replaceAll(keys, '').replaceAll(/&\w+;/g, ''))

// A single sign such as 日 may be needed to take a formatted date apart.
const isWord = (constant: string): boolean => /\p{Script=Han}{2}/u.test(constant) && constant !== productName

const attributeText = (node: Node): string => {
  const { name, value } = node
  if (!isNode(name) || !isNode(value) || !spoken.has(String(name['name']))) return ''
  return constantOf(value.type === 'JSXExpressionContainer' ? value['expression'] : value) ?? ''
}

/** Everything a person reads comes from shared/text, in both languages. */
export const saysNothingItself: Rule = (source: Source) =>
  nodesOf(source).flatMap((node) => {
    const text =
      node.type === 'JSXText' ? textOf(source, node) : node.type === 'JSXAttribute' ? attributeText(node) : ''
    const constant = constantOf(node) ?? ''
    return isSentence(text) || isWord(constant)
      ? [`${lineAt(source.text, node.start)}: words outside shared/text: ${(text || constant).trim()}`]
      : []
  })

/** A string constant as it will be read: without the holes of i18next. */
const withoutHoles = (text: string): string => text.replaceAll(/\{\{[^}]*\}\}/g, '')

/** Chinese text uses Chinese punctuation. */
export const usesFullWidthMarks: Rule = (source: Source) =>
  nodesOf(source).flatMap((node) => {
    const text = withoutHoles(constantOf(node) ?? '')
    const isHalf = /\p{Script=Han}\s?[,:;!?()]|[,:;!?()]\s?\p{Script=Han}/u.test(text)
    return isHalf ? [`${lineAt(source.text, node.start)}: half-width mark beside Chinese: ${text}`] : []
  })
