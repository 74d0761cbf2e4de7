import { expect, test } from 'vitest'
import { failureFrom, openTestDesk, passphrase } from '../../support/desk.ts'

const next = '落花人独立 微雨燕双飞'
const wait = (waitSeconds: number) => ({ code: 'wrong-passphrase', waitSeconds })

test('an open desk nobody sits at gives away no card: a new one needs the passphrase', async () => {
  const { client } = await openTestDesk()
  expect(await failureFrom(client.session.renewCard({ passphrase: 'a guess' }))).toEqual(wait(1))
  expect((await client.session.me()).cardConfirmed).toBe(true)
  const actions = (await client.audit.list({ before: null, limit: 9 })).map((line) => line.action)
  expect(actions).not.toContain('card.renewed')
  const bare = client.session.renewCard as (input: unknown) => Promise<unknown>
  expect(await failureFrom(bare(undefined))).toMatchObject({ code: 'invalid' })
})

test('guessing at an open desk is as slow as at the door, and counted with it', async () => {
  const { client, clock, dataFolder, lock } = await openTestDesk()
  const card = (typed: string) => client.session.renewCard({ passphrase: typed })
  const change = (old: string) => client.session.changePassphrase({ old, next })
  expect(await failureFrom(card('a guess'))).toEqual(wait(1))
  expect(await failureFrom(change(passphrase))).toEqual(wait(1))
  clock.advance(1000)
  expect(await failureFrom(change('a guess'))).toEqual(wait(2))
  expect(await failureFrom(card(passphrase))).toEqual(wait(2))
  await lock()
  const again = await openTestDesk({ dataFolder, closed: true, at: '2026-11-23T08:05:01+08:00' })
  expect((await again.client.session.state()).doors[0]?.waitSeconds).toBe(2)
})

test('the right passphrase gives a new card, which has to be read back', async () => {
  const { client } = await openTestDesk()
  const card = await client.session.renewCard({ passphrase })
  expect(card.words).toHaveLength(24)
  expect((await client.session.me()).cardConfirmed).toBe(false)
})

test('a new passphrase that is too weak costs no wait', async () => {
  const { client } = await openTestDesk()
  const weak = client.session.changePassphrase({ old: passphrase, next: '12345678' })
  expect(await failureFrom(weak)).toMatchObject({ code: 'refused', rule: 'passphrase-weak' })
  await client.session.changePassphrase({ old: passphrase, next })
  expect(await failureFrom(client.session.renewCard({ passphrase }))).toEqual(wait(1))
})
