import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { findPageFile, readPageFiles, withNonce, type PageFiles } from '../../electron/page/page-files.ts'
import { responseHeaders } from '../../electron/page/response-headers.ts'
import { findBrowser, sandboxArguments } from '../../scripts/browser.mjs'

// Prints a sheet the way the product does: the built print style, the same headers, a real Chromium.

const root = fileURLToPath(new URL('../..', import.meta.url))

const buildStyle = async (folder: string): Promise<PageFiles> => {
  await build({
    configFile: false,
    root: join(root, 'renderer'),
    base: './',
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: join(root, 'renderer/print/print.css'),
        output: {
          assetFileNames: ({ names }) =>
            names.includes('print.css') ? 'print.css' : 'assets/[name]-[hash][extname]',
        },
      },
    },
  })
  return readPageFiles(folder)
}

const serve = (files: PageFiles, html: () => string): Promise<Server> => {
  const server = createServer((request, response) => {
    const file = findPageFile(files, request.url ?? '')
    for (const [name, value] of Object.entries(responseHeaders('testnonce'))) response.setHeader(name, value)
    response.setHeader('Content-Type', file?.type ?? 'text/html; charset=utf-8')
    response.end(file?.bytes ?? withNonce(html(), 'testnonce'))
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

export type Press = {
  readonly pdf: (html: string) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

export const openPress = async (): Promise<Press> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyin-press-'))
  const files = await buildStyle(folder)
  let current = ''
  const server = await serve(files, () => current)
  const found = await findBrowser(root)
  if (found === null) throw new Error('no browser for the PDF tests')
  const browser = await chromium.launch({
    executablePath: found.path,
    chromiumSandbox: process.getuid?.() !== 0,
    args: sandboxArguments(),
  })
  return {
    pdf: async (html) => {
      current = html
      const page = await browser.newPage({ viewport: { width: 794, height: 1123 } })
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/print/test`)
      await page.evaluate('document.fonts.ready.then(() => undefined)')
      const bytes = await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
      })
      await page.close()
      return new Uint8Array(bytes)
    },
    close: async () => {
      await browser.close()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
