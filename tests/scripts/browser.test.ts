import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { findBrowser } from '../../scripts/browser.mjs'
import { installedBrowsers } from '../../scripts/browser/candidates.mjs'
import { canLaunch } from '../../scripts/browser/launch.mjs'
import { untar } from '../../scripts/browser/unpack.mjs'
import { root } from '../house/source.ts'

afterEach(() => vi.unstubAllEnvs())

/** One entry as tar writes it: a header of 512 bytes, then the content in full blocks. */
const entry = (name: string, content: string): Buffer => {
  const bytes = Buffer.alloc(1024)
  bytes.write(name, 0)
  bytes.write(content.length.toString(8).padStart(11, '0'), 124)
  bytes.write('0', 156)
  bytes.write(content, 512)
  return bytes
}

test('a browser is found that draws a page here', async () => {
  const browser = await findBrowser(root)
  expect(browser).not.toBeNull()
  expect(await canLaunch(browser?.path ?? '')).toBe(true)
})

test('a named browser that does not start is passed over with a word about it', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  vi.stubEnv('ZHIYIN_BROWSER', '/bin/false')
  const browser = await findBrowser(root)
  expect(browser?.path).not.toBe('/bin/false')
  expect(said).toHaveBeenCalledWith(expect.stringContaining('/bin/false'))
  said.mockRestore()
})

test('a named browser that starts is the one used', async () => {
  const other = await findBrowser(root)
  vi.stubEnv('ZHIYIN_BROWSER', other?.path ?? '')
  expect(await findBrowser(root)).toEqual({ path: other?.path, source: 'named', headlessOnly: false })
})

test('a remembered browser without a window gives way to one that was installed since', async () => {
  const real = (await findBrowser(root))?.path ?? ''
  const machine = temporaryFolder()
  const note = join(machine, 'node_modules/.cache/browser/found.json')
  mkdirSync(join(note, '..'), { recursive: true })
  writeFileSync(note, JSON.stringify({ path: real, source: 'package', headlessOnly: true }))
  writeFileSync(join(machine, 'google-chrome-stable'), `#!/bin/sh\nexec '${real}' "$@"\n`, { mode: 0o755 })
  vi.stubEnv('PATH', `${machine}${delimiter}${process.env['PATH'] ?? ''}`)
  const installed = {
    path: join(machine, 'google-chrome-stable'),
    source: 'installed',
    headlessOnly: false,
  }
  expect(await findBrowser(machine)).toEqual(installed)
  expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual(installed)
})

test('a program that is no browser does not count as one', async () => {
  expect(await canLaunch('/bin/true', 5_000)).toBe(false)
})

test('browsers are looked for where each system keeps them', () => {
  expect(installedBrowsers('linux', { PATH: '/nowhere' }).every((path) => !path.startsWith('/nowhere'))).toBe(
    true,
  )
  expect(installedBrowsers('win32', { ProgramFiles: '/nowhere' })).toEqual([])
})

test('unpacking writes the files of an archive', () => {
  const target = temporaryFolder()
  untar(Buffer.concat([entry('lib/a.txt', 'one'), entry('b.txt', 'two'), Buffer.alloc(1024)]), target)
  expect(readFileSync(join(target, 'lib/a.txt'), 'utf8')).toBe('one')
  expect(readFileSync(join(target, 'b.txt'), 'utf8')).toBe('two')
})

test('an archive cannot write outside its folder', () => {
  const target = temporaryFolder()
  expect(() => untar(entry('../escape.txt', 'x'), target)).toThrow('outside the target')
})
