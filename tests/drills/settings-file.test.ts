import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openConfSettings } from '../../electron/settings/conf-settings.ts'
import { settingsSchema } from '../../electron/settings/settings.ts'
import { below } from '../support/dice.ts'
import { check, drillFolder } from './check.ts'

const whole = JSON.stringify({ language: 'en', zoom: 1.25, secondBackupFolder: '/mnt/backup' })

type Case = { readonly what: string; readonly bytes: Buffer; readonly isBroken: boolean }

const fixed: readonly Case[] = [
  { what: 'empty', bytes: Buffer.alloc(0), isBroken: true },
  { what: 'zeros after a power cut', bytes: Buffer.alloc(4096), isBroken: true },
  { what: 'a list', bytes: Buffer.from('[1, 2]'), isBroken: true },
  { what: 'a byte-order mark', bytes: Buffer.from(`\ufeff${whole}`), isBroken: true },
  { what: 'null', bytes: Buffer.from('null'), isBroken: true },
  { what: '10 MB of brackets', bytes: Buffer.alloc(10 * 1024 * 1024, '['), isBroken: true },
  {
    what: '10 MB of one text',
    bytes: Buffer.from(JSON.stringify({ zoom: 'x'.repeat(10_000_000) })),
    isBroken: false,
  },
  {
    what: 'wrong types',
    bytes: Buffer.from('{"language":7,"zoom":"big","window":[],"secondBackupFolder":{}}'),
    isBroken: false,
  },
  { what: 'a prototype', bytes: Buffer.from('{"__proto__":{"zoom":3},"constructor":1}'), isBroken: false },
]

const defaults = settingsSchema.parse({})

const expectUsable = ({ what, bytes, isBroken }: Case): void => {
  const folder = drillFolder()
  const file = join(folder, 'settings.json')
  writeFileSync(file, bytes)
  const settings = openConfSettings(folder)
  expect(settings.get('zoom'), what).toBe(defaults.zoom)
  expect(settings.get('secondBackupFolder'), what).toEqual(defaults.secondBackupFolder)
  if (isBroken) expect(readFileSync(`${file}.bad`).equals(bytes), `${what} is put aside`).toBe(true)
  settings.set('language', 'en')
  expect(openConfSettings(folder).get('language'), what).toBe('en')
}

check(
  'R13',
  'whatever stands in the settings file, it is put aside or passed over, defaults hold and new ones are kept',
  { usual: 20, drill: 400 },
  ({ rounds, random }) => {
    for (const one of fixed) expectUsable(one)
    for (let round = 0; round < rounds; round++) {
      const folder = drillFolder()
      const cut = whole.slice(0, 1 + below(random, whole.length - 1))
      writeFileSync(join(folder, 'settings.json'), cut)
      expect(openConfSettings(folder).get('zoom')).toBe(defaults.zoom)
      expect(existsSync(join(folder, 'settings.json.bad')), `cut after ${cut.length}`).toBe(true)
    }
    return { rounds: rounds + fixed.length }
  },
)
