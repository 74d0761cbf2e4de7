import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en, zhCN } from '../../shared/text/index.ts'
import type { Language } from '../../shared/text/index.ts'

/** Starts the texts; the promise is done at once because both catalogues are in the bundle. */
export const startTexts = async (language: Language): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnEmptyString: true,
  })
}

export const showLanguage = async (language: Language): Promise<void> => {
  if (i18next.language !== language) await i18next.changeLanguage(language)
}
