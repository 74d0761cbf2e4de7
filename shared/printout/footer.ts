import { fill } from '../text/fill.ts'
import { statement as words } from '../text/zh-CN/statement.ts'
import { printout } from '../text/zh-CN/printout.ts'
import type { PrintFrame } from './model.ts'

// The foot of every page stands in @page margin boxes: they count pages by themselves and use the bundled fonts.
// Their text lives in CSS strings, so every sign is written as its number: nothing in a name can end the string.

const cssSign = (sign: string): string =>
  /[A-Za-z0-9]/.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0x20).toString(16).padStart(6, '0')}`

const cssText = (text: string): string => `"${[...text].map(cssSign).join('')}"`

const lines = (...texts: readonly string[]): string => cssText(texts.filter((text) => text !== '').join('\n'))

const pageOf = (): string => {
  const [first = '', second = '', last = ''] = words.footer.page.split(/\{\{\w+\}\}/)
  return `${cssText(first)} counter(page) ${cssText(second)} counter(pages) ${cssText(last)}`
}

const copyWords = ({ record }: PrintFrame): string => {
  if (record === null) return words.preview
  const duplicate = record.duplicate ? `，${fill(printout.duplicate, { copy: record.copy })}` : ''
  const again = record.again > 0 ? `，${words.again}` : ''
  return `${fill(words.footer.copy, { copy: record.copy })}${duplicate}${again}`
}

const rightWords = ({ record, sample }: PrintFrame): readonly string[] => {
  const mark = sample ? words.sample : ''
  if (record === null) return [mark]
  const head = record.head.replace(/(.{4})(?=.)/g, '$1 ').toUpperCase()
  return [
    `${mark === '' ? '' : `${mark} `}${fill(words.footer.number, { number: record.number })}`,
    fill(words.footer.head, { head }),
  ]
}

const label = (text: string): string => `@top-right{content:${cssText(text)}}`

/** The part of the style sheet that differs from print to print. */
export const footerStyle = (frame: PrintFrame): string => {
  const left = lines(
    fill(words.footer.maker, { name: frame.maker }),
    fill(words.footer.at, { at: frame.printedAt }),
  )
  return (
    `@page{@bottom-left{content:${left}}` +
    `@bottom-center{content:${pageOf()} ${cssText('\n')} ${cssText(copyWords(frame))}}` +
    `@bottom-right{content:${lines(...rightWords(frame))}}}` +
    `@page client{${label(words.copyClient)}}@page bank{${label(words.copyBank)}}`
  )
}
