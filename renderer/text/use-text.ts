import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, TextKey } from '../../shared/text/index.ts'

export type TextParams = Readonly<Record<string, string | number>>

export type Text = {
  /** A key known when this was written: a wrong one does not compile. */
  readonly t: (key: TextKey, params?: TextParams) => string
  /** A key that came from the desk (a refusal, a step, a field): `<feature>.<path>`. */
  readonly say: (key: string, params?: TextParams) => string
  readonly language: Language
}

export const useText = (): Text => {
  const { i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN'
  return useMemo(() => {
    const fixed = i18n.getFixedT(language)
    const say = (key: string, params: TextParams = {}): string => fixed(key, params)
    return { t: say, say, language }
  }, [i18n, language])
}
