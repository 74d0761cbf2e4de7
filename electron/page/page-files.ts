import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { noncePlaceholder } from './response-headers.ts'

// The built window as a closed map: a request is a key that is there or not there. No path is ever joined
// from a request, so there is nothing to traverse.

export type PageFile = { readonly type: string; readonly bytes: Buffer<ArrayBuffer> }
export type PageFiles = ReadonlyMap<string, PageFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/** Reads a folder once; files of a type the window has no use for (maps, notes) are not served. */
export const readPageFiles = (folder: string): PageFiles => {
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined || entry.parentPath.includes('.vite')) continue
    const path = join(entry.parentPath, entry.name)
    const key = `/${path.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '')}`
    files.set(key, { type, bytes: readFileSync(path) })
  }
  return files
}

/** The file a request path stands for, or undefined. The path is compared as it was sent, never decoded. */
export const findPageFile = (files: PageFiles, path: string): PageFile | undefined =>
  files.get(path === '/' ? '/index.html' : path)

export const isHtml = (file: PageFile): boolean => file.type.startsWith('text/html')

/** A document gets this response's nonce: in its own tags and for the styles Emotion adds later. */
export const withNonce = (html: string, nonce: string): string => {
  const mark = `<meta property="csp-nonce" nonce="${nonce}">`
  const filled = html.replaceAll(`nonce="${noncePlaceholder}"`, `nonce="${nonce}"`)
  const ownMark = /<meta property="csp-nonce"[^>]*>/
  return ownMark.test(filled) ? filled.replace(ownMark, mark) : filled.replace('<head>', `<head>${mark}`)
}
