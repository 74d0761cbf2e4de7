import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printCookie } from '../../../electron/preview/access.ts'
import { openBrowserFinder } from '../../../electron/preview/find-browser.ts'
import { openChromiumPrinter } from '../../../electron/print/chromium-printer.ts'
import { ask, openHost, signIn, type OpenHost } from '../preview/open-host.ts'

const find = openBrowserFinder(new URL('../../../', import.meta.url))

const textOf = async (bytes: Uint8Array): Promise<string> => {
  const fonts = fileURLToPath(new URL('../../../node_modules/pdfjs-dist/standard_fonts/', import.meta.url))
  const pdf = await getDocument({ data: bytes, standardFontDataUrl: fonts, verbosity: 0 }).promise
  const { items } = await (await pdf.getPage(1)).getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join('')
}

describe('a sheet as PDF', () => {
  let open: OpenHost
  let member: { readonly cookie: string }
  const admitted: string[] = []
  beforeAll(async () => {
    open = await openHost((origin, access) =>
      openChromiumPrinter({
        origin,
        findBrowser: async () => (await find())?.path ?? null,
        admit: (job) => {
          const visit = access.admitPrint(job)
          admitted.push(visit.key)
          return { cookie: printCookie, ...visit }
        },
        sandbox: process.getuid?.() !== 0,
      }),
    )
    member = await signIn(open.host)
  }, 120_000)
  afterAll(() => open.close())

  it('comes as a file with the sheet’s words in it', async () => {
    const response = await fetch(`http://127.0.0.1:${open.host.port}/host/pdf/sheet-1`, { headers: member })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''sheet-1.pdf")
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(await textOf(bytes)).toContain('sheet-1')
  })

  it('leaves no key behind that would open a sheet later', async () => {
    expect(admitted.length).toBeGreaterThan(0)
    for (const key of admitted)
      expect((await ask(open.host, '/print/sheet-1', { cookie: `${printCookie}=${key}` })).status).toBe(401)
  })

  it('opens that one sheet only, and no other door', async () => {
    const visit = open.host.access.admitPrint('sheet-1')
    const headers = { cookie: `${printCookie}=${visit.key}` }
    expect((await ask(open.host, '/print/sheet-1', headers)).status).toBe(200)
    expect((await ask(open.host, '/print.css', headers)).status).toBe(200)
    for (const path of ['/print/sheet-2', '/host/pdf/sheet-1', '/host/printer'])
      expect((await ask(open.host, path, headers)).status).toBe(404)
    expect((await ask(open.host, '/rpc/echo/say', headers, 'POST', '{}')).status).toBe(404)
    visit.end()
  })

  it('says that a sheet is not there', async () => {
    expect((await ask(open.host, '/host/pdf/gone', member)).status).toBe(404)
  })
})
