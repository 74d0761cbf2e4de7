import { describe, expect, it } from 'vitest'
import { readShellOptions } from '../../../electron/shell/options.ts'

describe('the words the program is started with', () => {
  it('are its own few', () => {
    expect(readShellOptions([])).toEqual({ data: undefined, allowCapture: false })
    expect(
      readShellOptions(['--data', '/srv/a', '--allow-capture', '--offline', '--no-open', '--port', '1']),
    ).toEqual({
      data: '/srv/a',
      allowCapture: true,
    })
  })

  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0.0.0.0:1',
    '--js-flags=--allow-natives-syntax',
    '--user-data-dir=/tmp/x',
    '--no-sandbox',
    '--disable-web-security',
    '--load-extension=/tmp/x',
    '--proxy-server=10.0.0.1:1',
    '--host-rules=MAP * 10.0.0.1',
    '--gpu-launcher=/bin/sh',
    '--enable-logging=file',
    '-r',
    '/tmp/other-app',
    'zhiyin://open',
  ])('are refused with %s among them', (word) => {
    expect(readShellOptions([word])).toBeNull()
    expect(readShellOptions(['--data', '/srv/a', word])).toBeNull()
  })

  it('are refused when one is endless or lacks its value', () => {
    expect(readShellOptions(['--data', 'x'.repeat(100_000)])).toBeNull()
    expect(readShellOptions(['--data'])).toBeNull()
  })
})
