import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { enter, openTestDesk, passphrase, person, tempFolder } from '../../support/desk.ts'

const entry = join(import.meta.dirname, 'killed-creation.ts')
const spread = 7

type Said = { readonly made: boolean; readonly steps: readonly string[] }

/** Makes a vault in a process of its own that is gone before this step; 0 lets it finish first. */
const killBefore = async (dataFolder: string, step: number): Promise<Said | null> => {
  const child = fork(entry, [dataFolder, String(step), '禾川银行', '云湖路支行', person, passphrase])
  let said: Said | null = null
  child.on('message', (message) => {
    said = message as Said
  })
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
  return said
}

/** Whatever was cut off, the folder is empty to the user or holds a vault its first person can enter and work in. */
const useAfter = async (dataFolder: string): Promise<'none' | 'locked'> => {
  const desk = await openTestDesk({ dataFolder, closed: true })
  const { state } = await desk.client.session.state()
  await enter(desk.client)
  const me = await desk.client.session.me()
  expect(me).toMatchObject({ name: person, bank: '禾川银行', branch: '云湖路支行' })
  expect(me.cardConfirmed).toBe(state === 'none')
  expect(desk.desk.verdict.value.verdict).toBe('intact')
  await desk.lock()
  if (state !== 'none' && state !== 'locked') throw new Error(`the vault is ${state}`)
  return state
}

test('wherever the making of a vault is cut off, it can start over or the vault can be used', async () => {
  const whole = tempFolder()
  const { made, steps } = (await killBefore(whole, 0)) ?? { made: false, steps: [] }
  expect(made).toBe(true)
  expect(await useAfter(whole)).toBe('locked')
  const birth = steps.findIndex((step) => /^renameSync .*vault\.db\.new$/.test(step)) + 1
  expect(birth).toBeGreaterThan(20)
  const kills = new Set([birth - 1, birth, birth + 1, birth + 2, steps.length])
  for (let at = 1; at <= spread; at++) kills.add(Math.ceil((at * steps.length) / spread))
  for (const at of kills) {
    const folder = tempFolder()
    expect(await killBefore(folder, at)).toBeNull()
    expect(await useAfter(folder), `killed before ${at} of ${steps.length}: ${steps[at - 1]}`).toBe(
      at <= birth ? 'none' : 'locked',
    )
  }
}, 180_000)
