import { expect, it, vi } from 'vitest'
import { quickMark } from '../../../electron/quick/message.ts'
import { record } from '../../support/fake-electron.ts'

vi.mock('electron/main', async () => (await import('../../support/fake-electron.ts')).fakeMain)

const slotId = '0123456789abcdef'

/** What the shell answers a desk's word with. */
const answers = (at: number, word: unknown): unknown[] => {
  const desk = record.desks[at]?.process
  const before = desk?.calls.length ?? 0
  desk?.emit('message', word)
  return (desk?.calls.slice(before) ?? []).map(({ words }) => structuredClone(words[0]))
}

const said = (word: object): object => ({ mark: quickMark, id: 1, ...word })

it('the shell keeps a quick door’s secret from one desk to the next, and hears nothing else from a desk', async () => {
  const { startShellDesk } = await import('../../../electron/shell/desk.ts')
  startShellDesk({
    entry: 'desk.mjs',
    dataFolder: 'data',
    onGone: () => Promise.resolve(),
    onFresh: () => undefined,
    onStorm: () => undefined,
    monotonic: () => performance.now(),
  })
  const secret = new Uint8Array(32).fill(7)
  const keep = said({ verb: 'keep', slotId, secret, ageMs: 0 })
  expect(answers(0, keep)).toEqual([said({ answer: true })])
  expect(secret.every((byte) => byte === 0)).toBe(true)
  record.desks[0]?.process.emit('exit', 0)
  await vi.waitFor(() => expect(record.desks).toHaveLength(2), { timeout: 3000 })
  const open = [{ slotId, left: 5 }]
  expect(answers(1, said({ verb: 'standing' }))).toEqual([said({ answer: { open, last: null } })])
  const odd = [
    'zhiyin:port',
    null,
    said({ verb: 'keep', slotId, secret: 'text', ageMs: 0 }),
    said({ verb: 'quit' }),
  ]
  for (const word of odd) expect(answers(1, word)).toEqual([])
})
