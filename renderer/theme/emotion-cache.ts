import createCache from '@emotion/cache'
import type { EmotionCache } from '@emotion/cache'

// The host writes a fresh nonce into every document; style elements without it are refused by the policy.
const nonceOf = (page: Document): string => {
  const meta = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')
  return meta?.nonce || meta?.getAttribute('content') || ''
}

export const styleCache = (page: Document): EmotionCache => {
  const nonce = nonceOf(page)
  return createCache(nonce === '' ? { key: 'zy' } : { key: 'zy', nonce })
}
