import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openConfSettings } from '../../../electron/settings/conf-settings.ts'
import { openStoreSettings } from '../../../electron/shell/settings.ts'
import { tempFolder } from '../../support/desk.ts'

const stores = [
  { name: 'the shell’s store', open: openStoreSettings },
  { name: 'the store without a shell', open: openConfSettings },
]

describe.each(stores)('settings.json in $name', ({ open }) => {
  const folderWith = (text?: string): string => {
    const folder = tempFolder()
    if (text !== undefined) writeFileSync(join(folder, 'settings.json'), text)
    return folder
  }

  it('starts with defaults and keeps what is set', () => {
    const folder = folderWith()
    const settings = open(folder)
    expect([settings.get('zoom'), settings.get('lastPrinter'), settings.get('window')]).toEqual([1, '', null])
    const bounds = { x: 1, y: 2, width: 1300, height: 700, maximized: false }
    settings.set('window', bounds)
    settings.set('lastPrinter', 'hp-1')
    expect(open(folder).get('window')).toEqual(bounds)
    expect(open(folder).get('lastPrinter')).toBe('hp-1')
  })

  it.each(['{"zoom": 1.5', '', '[1]', 'null', '\u0000\u0001'])(
    'is put aside as .bad when it is broken: %j',
    (text) => {
      const folder = folderWith(text)
      const settings = open(folder)
      expect(settings.get('language')).toBe('zh-CN')
      expect(readFileSync(join(folder, 'settings.json.bad'), 'utf8')).toBe(text)
      settings.set('zoom', 1.25)
      expect(open(folder).get('zoom')).toBe(1.25)
    },
  )

  it('loses one setting that makes no sense, not the others', () => {
    const folder = folderWith('{"zoom": 99, "language": "en", "window": "left"}')
    const settings = open(folder)
    expect([settings.get('zoom'), settings.get('language'), settings.get('window')]).toEqual([1, 'en', null])
    expect(existsSync(join(folder, 'settings.json.bad'))).toBe(false)
  })
})
