import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openTestDesk, passphrase, tempFolder, type TestDesk } from '../support/desk.ts'
import { runVault } from '../support/command.ts'
import { addClient } from '../support/meeting.ts'
import { footerOf } from '../support/sheet-footer.ts'
import { check } from './check.ts'

/** The head as somebody reads it off a sheet printed now: two groups of four signs. */
const printSheet = async ({ client }: TestDesk, clientId: number, selfId: number): Promise<string> => {
  const sheet = { clientId, readers: [selfId], glyphsAccepted: false }
  const { job } = await client.printout.start({ ...sheet, way: 'paper' })
  const { html } = await client.printout.page({ job })
  return /记录校验首 ([0-9A-F]{4} [0-9A-F]{4})/.exec(footerOf(html))?.[1] ?? 'no head on the sheet'
}

const verify = async (data: string, ...more: readonly string[]): Promise<unknown> => {
  const { code, lines } = await runVault(['verify', '--data', data, ...more], { passphrase })
  const [answer] = lines as [{ value: object }]
  return { code, ...answer.value }
}

check(
  'T03',
  'yesterday’s copy of the whole folder, anchors and all, is told from the vault by the head on a sheet of paper',
  { usual: 1, drill: 5 },
  async ({ rounds }) => {
    for (let round = 0; round < rounds; round++) {
      const data = join(tempFolder(), 'data')
      const before = await openTestDesk({ dataFolder: data, at: '2026-11-23T09:00:00+08:00' })
      const clientId = addClient(before, '郝欣')
      const { selfId } = await before.client.household.begin({ clientId })
      const early = await printSheet(before, clientId, selfId)
      await before.lock()
      const yesterday = join(tempFolder(), 'yesterday')
      cpSync(data, yesterday, { recursive: true })
      const today = await openTestDesk({ dataFolder: data, at: '2026-11-24T09:00:00+08:00' })
      const late = await printSheet(today, clientId, selfId)
      await today.lock()

      const sound = { code: 0, verdict: 'sound', chain: { kind: 'intact' } }
      const at = (time: string) => ({ kind: 'in-chain', at: Date.parse(time) })
      expect(await verify(data, '--head', late)).toMatchObject({
        ...sound,
        paper: at('2026-11-24T09:00:00+08:00'),
      })
      expect(await verify(data, '--head', early)).toMatchObject({
        ...sound,
        paper: at('2026-11-23T09:00:00+08:00'),
      })
      // Nothing inside the copy is wrong: without the paper the answer says that it was not compared.
      expect(await verify(yesterday)).toMatchObject({ ...sound, paper: { kind: 'not-compared' } })
      expect(await verify(yesterday, '--head', early)).toMatchObject(sound)
      expect(await verify(yesterday, '--head', late.toLowerCase().replace(' ', ''))).toMatchObject({
        code: 1,
        verdict: 'head-missing',
        chain: { kind: 'intact' },
        paper: { kind: 'missing' },
      })
      for (const typed of ['', 'ABCD', 'ABCD 123X', '编号 17'])
        expect((await runVault(['verify', '--data', data, '--head', typed], {})).code, typed).toBe(2)
    }
    return { rounds }
  },
)
