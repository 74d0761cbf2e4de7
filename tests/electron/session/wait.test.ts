import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failureFrom, openTestDesk, passphrase } from '../../support/desk.ts'

const lockedDesk = async () => {
  const first = await openTestDesk()
  await first.lock()
  const desk = await openTestDesk({ dataFolder: first.dataFolder, closed: true })
  const slotId = (await desk.client.session.state()).doors[0]?.slotId ?? ''
  return { ...desk, slotId, attempts: join(first.dataFolder, 'attempts.json') }
}

test('a door that is not in the vault is neither tried nor counted, and the growing wait stays', async () => {
  const { client, slotId, attempts } = await lockedDesk()
  const wrong = { slotId, passphrase: 'wrong', book: 'main' as const }
  expect(await failureFrom(client.session.unlock(wrong))).toMatchObject({ code: 'wrong-passphrase' })
  const before = readFileSync(attempts)
  const unlock = (other: string) => failureFrom(client.session.unlock({ ...wrong, slotId: other }))
  for (const odd of ['constructor', '__proto__', 'recovery-card', slotId.toUpperCase() + '!', ''])
    expect(await unlock(odd), odd).toMatchObject({ code: 'invalid' })
  expect(await unlock('0123456789abcdef')).toEqual({ code: 'not-found', what: 'slot' })
  expect(readFileSync(attempts).equals(before)).toBe(true)
  expect(await failureFrom(client.session.unlock(wrong))).toEqual({
    code: 'wrong-passphrase',
    waitSeconds: 1,
  })
})

test('the card is not tried for a person who is not in the vault', async () => {
  const { client, attempts } = await lockedDesk()
  const before = readFileSync(attempts)
  const card = { card: '春'.repeat(24), slotId: '0123456789abcdef', newPassphrase: passphrase }
  expect(await failureFrom(client.session.unlockWithCard(card))).toEqual({ code: 'not-found', what: 'slot' })
  expect(readFileSync(attempts).equals(before)).toBe(true)
})
