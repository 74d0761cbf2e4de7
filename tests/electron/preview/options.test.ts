import { describe, expect, it } from 'vitest'
import { readOptions } from '../../../electron/preview/options.ts'

describe('the words after npm start', () => {
  it('opens a window on a free port when nothing is said', () => {
    expect(readOptions([])).toEqual({ open: true, port: 0, data: undefined })
  })

  it('takes port, data folder and no window, with the starter’s own words beside them', () => {
    const words = ['--preview', '--offline', '--no-open', '--port', '8123', '--data', '/srv/zhiyin']
    expect(readOptions(words)).toEqual({ open: false, port: 8123, data: '/srv/zhiyin' })
  })

  it('refuses what it does not know instead of guessing', () => {
    for (const words of [
      ['--prot', '1'],
      ['--port', '70000'],
      ['--port', '-1'],
      ['--port', '1e3'],
      ['vault'],
    ])
      expect(readOptions(words)).toHaveProperty('problem')
  })
})
