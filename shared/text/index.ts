import { error as enError } from './en/error.ts'
import { ui as enUi } from './en/ui.ts'
import type { KeysOf, Texts } from './texts.ts'
import { error as zhError } from './zh-CN/error.ts'
import { ui as zhUi } from './zh-CN/ui.ts'

// The two catalogues. A feature adds its import and its name to both; the key of a text is `<feature>.<path>`.
export const zhCN = {
  error: zhError,
  ui: zhUi,
}

export const en = {
  error: enError,
  ui: enUi,
} satisfies Texts<typeof zhCN>

export const languages = ['zh-CN', 'en'] as const

export type Language = (typeof languages)[number]
export type TextKey = KeysOf<typeof zhCN>
