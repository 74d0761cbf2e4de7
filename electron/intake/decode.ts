import iconv from 'iconv-lite'

export type TextEncoding = 'utf-8' | 'gb18030'

/** Strict UTF-8 first; what is none is GB18030, the usual export of Chinese banks (W68). */
export const decodeText = (bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: iconv.decode(Buffer.from(bytes), 'gb18030'), encoding: 'gb18030' }
  }
}
