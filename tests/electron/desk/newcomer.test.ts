import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { explain } from '../../../electron/desk/cli-explain.ts'
import { readCliWords } from '../../../electron/desk/cli-words.ts'
import { readVaultWords } from '../../../electron/desk/vault-words.ts'
import { runDesk, runVault } from '../../support/command.ts'
import { openTestDesk, passphrase, person, tempFolder } from '../../support/desk.ts'

// Somebody types these commands for the first time: what the README shows works, and what goes wrong says what to do.

vi.setConfig({ testTimeout: 60_000 })

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The example under “Without a window”, with the commands npm would start. */
const example = (): string => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const [, block = ''] = /## Without a window\n.*?```sh\n(.*?)```/s.exec(readme) ?? []
  const program = (file: string): string => `"${process.execPath}" "${join(root, 'electron/desk', file)}"`
  return block
    .replaceAll('npm run -s desk --', program('cli.ts'))
    .replaceAll('npm run -s vault --', program('vault-cli.ts'))
}

test('the README’s example, copied as it stands, lists the people and finds the vault sound', async () => {
  const folder = tempFolder()
  const desk = await openTestDesk({ dataFolder: join(folder, 'branch') })
  await desk.lock()
  const out = execFileSync('sh', ['-e', '-c', example()], { cwd: folder, encoding: 'utf8' })
  const [people, check] = out.trim().split('\n')
  expect(JSON.parse(people ?? '')).toMatchObject({ ok: true, value: [{ name: person }] })
  expect(JSON.parse(check ?? '')).toMatchObject({
    ok: true,
    value: { verdict: 'sound', chain: { kind: 'intact' }, paper: { kind: 'not-compared' } },
  })
  expect(existsSync(join(folder, 'call.json'))).toBe(false)
})

test('a wish for help is answered, not refused', async () => {
  const help = (file: string): string =>
    execFileSync(process.execPath, [join(root, 'electron/desk', file), '--help'], { encoding: 'utf8' })
  expect(help('cli.ts')).toContain('--batch')
  expect(help('vault-cli.ts')).toContain('--head')
  for (const word of ['--help', '-h', 'help'])
    expect([readCliWords([word]), readVaultWords([word])]).toEqual([{ kind: 'help' }, { verb: 'help' }])
})

test('a wrong input says in both languages what is missing, beside the answer for programs', async () => {
  const nowhere = join(tempFolder(), 'nowhere')
  const vault = (secret: unknown) => runVault(['verify', '--data', nowhere], secret)
  // This one is JSON, only not what is asked for.
  expect((await vault('云湖路')).said).toContain('The input does not fit: input schema.')
  expect((await vault({ password: passphrase })).said).toContain('The input does not fit: input schema.')
  expect((await vault({ passphrase })).said).toContain('There is no vault in this data folder')
  const desk = (input: unknown) => runDesk(['staff.list', '--data', nowhere], input)
  expect((await desk('云湖路')).said).toContain('Standard input must hold JSON')
  expect((await desk({ passphrase })).said).toContain('这个数据文件夹里没有保险库')
  expect(existsSync(nowhere)).toBe(false)
  const into = join(tempFolder(), 'new')
  const restored = await runVault(['restore', '--from', nowhere, '--data', into], { passphrase })
  expect(restored.said).toContain('There is no backup in this folder')
  expect(existsSync(into)).toBe(false)
})

test('a mistyped data folder is not made by a call, by a batch or by a question anybody may ask', async () => {
  const nowhere = join(tempFolder(), 'nowhere')
  const batch = ['session.state', 'staff.list'].map((procedure) => JSON.stringify({ procedure, passphrase }))
  const tried = [
    await runDesk(['--batch', '--keep-going', '--data', nowhere], batch.join('\n')),
    await runDesk(['session.state', '--data', nowhere], undefined),
    await runDesk(['restore.list', '--data', nowhere], {}),
    await runDesk(['staff.list', '--data', nowhere], { passphrase }),
  ]
  const absent = { ok: false, failure: { code: 'not-found', what: 'vault' } }
  expect(tried.map(({ code, lines }) => [code, ...lines])).toEqual([
    [1, absent, absent],
    [1, absent],
    [1, absent],
    [1, absent],
  ])
  expect(existsSync(nowhere)).toBe(false)
})

test('whoever has not confirmed the recovery card yet is told just that', () => {
  const rule = 'session.card-unconfirmed'
  expect(explain({ code: 'refused', rule, params: {}, reasons: [] })).toContain('请先核对恢复卡')
})

test('a wrong passphrase, an unknown name and a vault that is open elsewhere say so, and repeat nothing', async () => {
  const { dataFolder, lock } = await openTestDesk()
  const vault = (...more: readonly string[]) =>
    runVault(['verify', '--data', dataFolder, ...more], { passphrase })
  const held = await vault()
  expect(held).toMatchObject({ code: 3 })
  expect(held.said).toContain('The vault is in use by')
  await lock()
  const without = await runVault(['verify', '--data', dataFolder], {})
  expect(without.said).toContain('没有给出口令')
  expect(without.said).toContain('The passphrase is missing')
  const nobody = await vault('--user', '某某')
  expect(nobody.said).toContain('Check --user')
  const wrong = await runDesk(['staff.list', '--data', dataFolder], { passphrase: '完全不是这个口令' })
  expect(wrong.said).toContain('The passphrase is wrong')
  expect(wrong.said + nobody.said).not.toMatch(/完全不是这个口令|某某/)
})
