/** The words in the margin boxes of a sheet, where they stand as the numbers of their signs. */
export const footerOf = (page: string): string =>
  (/<style[^>]*>(.*?)<\/style>/s.exec(page)?.[1] ?? '').replace(/\\([0-9a-f]{6})/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
