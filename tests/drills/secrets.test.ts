import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { unlockVault } from '../../electron/vault/unlock.ts'
import { hasProc, noProc } from '../../scripts/test/skips.mjs'
import { got } from '../electron/vault/vault-template.ts'
import { passphrase } from '../support/desk.ts'
import { forkDesk } from '../support/forked-desk.ts'
import { check } from './check.ts'

const spellings = (secret: Buffer): readonly Buffer[] => [
  secret,
  Buffer.from(secret.toString('hex')),
  Buffer.from(secret.toString('hex').toUpperCase()),
  Buffer.from(secret.toString('base64')),
  Buffer.from(secret.toString('base64url')),
  Buffer.from(secret.toString('utf8'), 'utf16le'),
]

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

check(
  'K15',
  'no key, passphrase or number of a document stands in words, environment, logs or files of the desk',
  { usual: 1, drill: 3 },
  async ({ rounds, lack }) => {
    if (!hasProc()) lack(noProc)
    let places = 0
    for (let round = 0; round < rounds; round++) {
      const desk = await forkDesk()
      onTestFinished(() => desk.kill())
      const document = `99000019${round}0101234X`
      // Refusals and bugs are where programs repeat what they were given.
      const hostile = { clientId: document, kind: document } as never
      await expect(desk.client.figure.list(hostile)).rejects.toThrow()
      await expect(desk.client.search.find({ q: document.repeat(9) })).rejects.toThrow()
      await desk.client.search.find({ q: document })
      const { doors } = await desk.client.session.state()
      const pid = desk.child.pid ?? 0
      const seen = ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${pid}/${name}`))
      await desk.kill()
      const folder = join(desk.dataFolder, 'vault')
      const keys = got(await unlockVault({ folder, slotId: doors[0]?.slotId ?? '', passphrase }))
      const secrets = [keys.vmk, keys.dbk, keys.userPrivate, ...Object.values(keys.rolePrivate)]
      const needles = [...secrets, Buffer.from(passphrase), Buffer.from(document)].flatMap(spellings)
      const searched = [...seen, ...filesUnder(desk.dataFolder).map((path) => readFileSync(path))]
      expect(searched.filter((bytes) => needles.some((needle) => bytes.includes(needle)))).toEqual([])
      places += searched.length
    }
    return { rounds: places, note: `${rounds} desks` }
  },
)
