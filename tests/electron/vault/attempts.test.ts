import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { secondsToWait, tryWithWait, waitAfter } from '../../../electron/vault/attempts.ts'
import { readBook } from '../../../electron/vault/attempts-book.ts'
import { fail, ok, refuse, type Result } from '../../../shared/result.ts'
import { now, tempFolder } from './vault-template.ts'

const wrong = () => Promise.resolve(fail({ code: 'wrong-passphrase', waitSeconds: 0 }))
const right = () => Promise.resolve(ok('keys'))
const book = (at: number, path: string) => ({ path, slotId: 'slot-1', now: at })
const file = () => join(tempFolder(), 'attempts.json')

test('the wait doubles from one second to five minutes and no further', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 5000].map(waitAfter)).toEqual([
    0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300,
  ])
})

test('each wrong passphrase costs its wait, and during the wait nothing is tried', async () => {
  const path = file()
  let at = now
  for (const seconds of [1, 2, 4, 8]) {
    expect(await tryWithWait(book(at, path), wrong)).toEqual(
      fail({ code: 'wrong-passphrase', waitSeconds: seconds }),
    )
    let tried = false
    const answer = await tryWithWait(book(at + seconds * 1000 - 1, path), () => {
      tried = true
      return right()
    })
    expect(answer).toEqual(fail({ code: 'wrong-passphrase', waitSeconds: 1 }))
    expect(tried).toBe(false)
    at += seconds * 1000
  }
})

test('the right passphrase after the wait opens and clears the count', async () => {
  const path = file()
  await tryWithWait(book(now, path), wrong)
  await tryWithWait(book(now + 1000, path), wrong)
  expect(await tryWithWait(book(now + 3000, path), right)).toEqual(ok('keys'))
  expect(await tryWithWait(book(now + 3000, path), wrong)).toMatchObject({ failure: { waitSeconds: 1 } })
})

test('an attempt cut off by a power failure counts', async () => {
  const path = file()
  await expect(tryWithWait(book(now, path), () => Promise.reject(new Error('killed')))).rejects.toThrow(
    'killed',
  )
  expect(secondsToWait(path, 'slot-1', now)).toBe(1)
})

test('what was cut off and what was wrong are kept apart, whatever comes after', async () => {
  const path = file()
  const entry = () => readBook(path, now).get('slot-1')
  const cut = () => Promise.reject(new Error('killed'))
  await expect(tryWithWait(book(now, path), cut)).rejects.toThrow('killed')
  expect(entry()).toMatchObject({ count: 1, begun: { times: 1, first: now, last: now } })
  expect(entry()?.refused).toBeUndefined()
  await tryWithWait(book(now + 1000, path), wrong)
  expect(entry()).toMatchObject({ count: 2, begun: { times: 1, last: now }, refused: { times: 1 } })
  await tryWithWait(book(now + 3000, path), () => Promise.resolve(refuse('passphrase-weak')))
  expect(entry()).toMatchObject({ count: 2, begun: { times: 1 }, refused: { times: 1 } })
  await tryWithWait(book(now + 3000, path), right)
  expect(entry()).toMatchObject({ count: 0, begun: { times: 1, last: now }, refused: { times: 1 } })
})

test('a wrong passphrase that leaves nothing else behind was never cut off', async () => {
  const path = file()
  await tryWithWait(book(now, path), wrong)
  expect(readBook(path, now).get('slot-1')).toEqual({
    count: 1,
    until: now + 1000,
    refused: { times: 1, first: now, last: now },
  })
})

/** Tries at one door, each begun when the wait of the one before is over, none of them ended yet. */
const overlapping = (path: string, seconds: readonly number[]) =>
  seconds.map((second) => {
    const { promise, resolve } = Promise.withResolvers<Result<string>>()
    const answer = tryWithWait(book(now + second * 1000, path), () => promise)
    return async (end: () => Promise<Result<string>>): Promise<void> => {
      resolve(await end())
      await answer
    }
  })

test('five wrong passphrases whose tries overlap are five, with the wait of the fifth, whoever ends last', async () => {
  const begun = [0, 1, 3, 7, 15]
  for (const order of [
    [0, 1, 2, 3, 4],
    [4, 3, 2, 1, 0],
    [2, 4, 0, 3, 1],
  ]) {
    const path = file()
    const tries = overlapping(path, begun)
    for (const at of order) await tries[at]?.(wrong)
    expect(readBook(path, now).get('slot-1'), String(order)).toMatchObject({ count: 5, until: now + 31_000 })
    expect(readBook(path, now).get('slot-1')?.refused?.times, String(order)).toBe(5)
    expect(readBook(path, now).get('slot-1')?.begun, String(order)).toBeUndefined()
    expect(secondsToWait(path, 'slot-1', now + 15_000)).toBe(16)
  }
})

test('a refusal about something else that ends last forgives none of the wrong passphrases before it', async () => {
  const path = file()
  const [first, ...others] = overlapping(path, [0, 1, 3])
  for (const other of others) await other(wrong)
  await first?.(() => Promise.resolve(refuse('passphrase-weak')))
  expect(readBook(path, now).get('slot-1')).toMatchObject({
    count: 3,
    until: now + 7000,
    refused: { times: 2 },
  })
  expect(readBook(path, now).get('slot-1')?.begun).toBeUndefined()
})

test('the right passphrase beside wrong ones opens, and each of the others still stands in the book', async () => {
  const path = file()
  const [first, second, third] = overlapping(path, [0, 1, 3])
  await second?.(wrong)
  await first?.(right)
  expect(readBook(path, now).get('slot-1')).toMatchObject({
    count: 0,
    refused: { times: 1 },
    begun: { times: 1 },
  })
  await third?.(wrong)
  expect(readBook(path, now).get('slot-1')).toMatchObject({
    count: 3,
    until: now + 7000,
    refused: { times: 2 },
  })
})

test('of tries that overlap, the one that was cut off is still known to have been begun', async () => {
  const path = file()
  const [first, , third] = overlapping(path, [0, 1, 3])
  await first?.(wrong)
  await third?.(wrong)
  expect(readBook(path, now).get('slot-1')).toMatchObject({
    count: 3,
    refused: { times: 2 },
    begun: { times: 1 },
  })
})

const afterwards: readonly (readonly [string, (path: string) => void])[] = [
  ['takes no file any more', (path) => mkdirSync(`${path}.new`)],
  ['is gone', (path) => rmSync(dirname(path), { recursive: true })],
]

test.each(afterwards)(
  'where the book’s place %s after the try was counted, the answer stands: wrong is wrong, right opens',
  async (_what, spoil) => {
    for (const [answer, expected] of [
      [wrong, fail({ code: 'wrong-passphrase', waitSeconds: 1 })],
      [right, ok('keys')],
    ] as const) {
      const path = file()
      const tried = tryWithWait<string>(book(now, path), () => {
        spoil(path)
        return answer()
      })
      expect(await tried).toEqual(expected)
    }
  },
)

test('one person’s wrong passphrases cost nobody else a wait', async () => {
  const path = file()
  await tryWithWait(book(now, path), wrong)
  expect(secondsToWait(path, 'slot-2', now)).toBe(0)
})

test('a clock set back a year stretches no wait beyond its length', async () => {
  const path = file()
  const year = 365 * 86_400_000
  await tryWithWait(book(now, path), wrong)
  await tryWithWait(book(now + 1000, path), wrong)
  const before = now - year
  expect(secondsToWait(path, 'slot-1', before)).toBe(2)
  expect((await tryWithWait(book(before, path), right)).ok).toBe(false)
  expect((await tryWithWait(book(before + 2000, path), right)).ok).toBe(true)
})

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a try under the name %s counts like any other and makes nobody’s count forgotten',
  async (slotId) => {
    const path = file()
    await tryWithWait(book(now, path), wrong)
    await tryWithWait(book(now + 1000, path), wrong)
    const odd = { path, slotId, now }
    expect(await tryWithWait(odd, wrong)).toMatchObject({ failure: { waitSeconds: 1 } })
    expect(secondsToWait(path, slotId, now)).toBe(1)
    expect(await tryWithWait({ ...odd, now: now + 1000 }, wrong)).toMatchObject({
      failure: { waitSeconds: 2 },
    })
    expect(secondsToWait(path, 'slot-1', now + 1000)).toBe(2)
  },
)

test('a refusal that is not about the passphrase costs nobody a wait and forgives none', async () => {
  const path = file()
  await tryWithWait(book(now, path), wrong)
  const weak = () => Promise.resolve(refuse('passphrase-weak'))
  expect(await tryWithWait(book(now + 1000, path), weak)).toMatchObject({ failure: { code: 'refused' } })
  expect(secondsToWait(path, 'slot-1', now + 1000)).toBe(0)
  expect(await tryWithWait(book(now + 1000, path), wrong)).toMatchObject({ failure: { waitSeconds: 2 } })
})

test.each([
  '',
  '{',
  '[]',
  '{"slot-1":{"count":"many"}}',
  '{"slot-1":{"count":null,"until":null}}',
  '\u0000\u0000',
])('a broken book %j makes everybody wait the longest once, and keeps nobody out for good', async (text) => {
  const path = file()
  writeFileSync(path, text)
  expect(secondsToWait(path, 'slot-1', now)).toBe(300)
  expect(await tryWithWait(book(now + 299_000, path), right)).toEqual(
    fail({ code: 'wrong-passphrase', waitSeconds: 1 }),
  )
  expect(secondsToWait(path, 'slot-2', now + 299_000)).toBe(1)
  expect(await tryWithWait(book(now + 300_000, path), right)).toEqual(ok('keys'))
  expect(await tryWithWait(book(now + 300_000, path), wrong)).toMatchObject({ failure: { waitSeconds: 1 } })
})
