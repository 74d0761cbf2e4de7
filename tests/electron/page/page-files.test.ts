import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPageFile, readPageFiles, withNonce, type PageFiles } from '../../../electron/page/page-files.ts'
import { responseHeaders } from '../../../electron/page/response-headers.ts'

describe('the built window’s files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-files-'))
  let files: PageFiles
  beforeAll(() => {
    mkdirSync(join(folder, 'assets'))
    mkdirSync(join(folder, '.vite'))
    for (const name of [
      'index.html',
      'assets/a.js',
      'assets/a.js.map',
      'assets/f.woff2',
      '.env',
      '.vite/manifest.json',
    ])
      writeFileSync(join(folder, name), name)
    files = readPageFiles(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('holds what a window needs and no maps, secrets or build notes', () => {
    expect([...files.keys()].toSorted()).toEqual(['/assets/a.js', '/assets/f.woff2', '/index.html'])
    expect(files.get('/assets/f.woff2')?.type).toBe('font/woff2')
  })

  it('finds the first page by the bare address and nothing by a crooked one', () => {
    expect(findPageFile(files, '/')?.bytes.toString()).toBe('index.html')
    for (const path of [
      '',
      '//',
      '/assets',
      '/assets/',
      '/assets/../index.html',
      '/index.html/',
      '/INDEX.HTML',
    ])
      expect(findPageFile(files, path)).toBeUndefined()
  })
})

describe('the nonce of one answer', () => {
  it('fills every place that waits for it and adds the mark Emotion reads', () => {
    const html = '<html><head><style nonce="__NONCE__"></style></head></html>'
    expect(withNonce(html, 'abc')).toBe(
      '<html><head><meta property="csp-nonce" nonce="abc"><style nonce="abc"></style></head></html>',
    )
  })

  it('fills a page’s own mark instead of adding a second one', () => {
    const html = '<head><meta property="csp-nonce" nonce="" /></head>'
    expect(withNonce(html, 'abc')).toBe('<head><meta property="csp-nonce" nonce="abc"></head>')
  })
})

describe('the content policy', () => {
  const policy = new Map(
    responseHeaders('abc')
      ['Content-Security-Policy']?.split('; ')
      .map((line) => [line.split(' ')[0], line] as const),
  )

  it('allows nothing by default and only the app’s own files where something is needed', () => {
    expect(policy.get('default-src')).toBe("default-src 'none'")
    for (const kind of ['script-src', 'connect-src', 'font-src', 'worker-src'])
      expect(policy.get(kind)).toBe(`${kind} 'self'`)
    for (const kind of ['frame-src', 'form-action', 'base-uri', 'object-src', 'frame-ancestors', 'media-src'])
      expect(policy.get(kind)).toBe(`${kind} 'none'`)
  })

  it('has styles by nonce only, and one named policy for script addresses', () => {
    expect(policy.get('style-src-elem')).toBe("style-src-elem 'self' 'nonce-abc'")
    expect(policy.get('style-src-attr')).toBe("style-src-attr 'none'")
    expect(policy.get('trusted-types')).toBe('trusted-types zhiyin-worker')
    expect([...policy.values()].join()).not.toContain('unsafe')
  })
})
