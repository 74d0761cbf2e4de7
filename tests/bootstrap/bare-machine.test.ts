// A bank's build machine: a clone, an old Node with its old npm, and nothing else on the PATH.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const left = new Set(['node_modules', 'dist', 'release', '.git', 'test-results'])

const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.startsWith(root))
const onPath = (name: string): string | undefined =>
  folders.map((folder) => join(folder, name)).find((file) => existsSync(file))

let place: string
let clone: string
let environment: NodeJS.ProcessEnv

/** As a clone gives it; where git is missing, the files without what was made from them. */
const cloneProject = (target: string): void => {
  const git = onPath('git')
  const isClone = existsSync(join(root, '.git')) && git !== undefined
  if (isClone && spawnSync(git, ['clone', '--quiet', '--no-hardlinks', root, target]).status === 0) return
  cpSync(root, target, { recursive: true, filter: (file) => file === root || !left.has(basename(file)) })
}

/** The old npm, the machine's own Node, and the shell that npm runs commands in. */
const makeBareTools = (folder: string): void => {
  mkdirSync(folder)
  const node = onPath('node') ?? process.execPath
  symlinkSync(realpathSync(node), join(folder, 'node'))
  symlinkSync('/bin/sh', join(folder, 'sh'))
  symlinkSync(join(root, 'node_modules/npm-10/bin/npm-cli.js'), join(folder, 'npm'))
}

const run = (args: readonly string[], patience: number): { code: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(join(place, 'bin/npm'), args, {
    cwd: clone,
    env: environment,
    encoding: 'utf8',
    timeout: patience,
  })
  return { code: status, output: `${stdout}${stderr}` }
}

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'zhiyin-bare-'))
  clone = join(place, 'zhiyin')
  cloneProject(clone)
  makeBareTools(join(place, 'bin'))
  const kept = [
    'HOME',
    'npm_config_registry',
    'npm_config_cache',
    'npm_config_userconfig',
    'NODE_EXTRA_CA_CERTS',
  ]
  const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy', 'NO_PROXY', 'no_proxy']
  const known = [...kept, ...proxies].flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  )
  environment = { ...Object.fromEntries(known), PATH: join(place, 'bin'), TMPDIR: place }
})

afterAll(() => rmSync(place, { recursive: true, force: true }))

test('the tests run from a clone with nothing but an old Node and npm', { timeout: 300_000 }, () => {
  expect(run(['--version'], 30_000).output.trim()).toBe('10.8.2')
  const { code, output } = run(['test', '--', '--smoke'], 280_000)
  expect(output).toContain('npm ci')
  const lines = output.trim().split('\n')
  expect(lines.at(-1), lines.slice(-60).join('\n')).toMatch(/^\d+ passed, 0 failed, 0 skipped$/)
  expect(code).toBe(0)
})

test('the app then starts from the same clone and says where it is', { timeout: 120_000 }, async () => {
  const words = ['start', '--', '--preview', '--no-open', '--offline', '--data', join(place, 'data')]
  // Its own group, so that npm, the shell and the app between them all end.
  const child = spawn(join(place, 'bin/npm'), words, { cwd: clone, env: environment, detached: true })
  let output = ''
  const said = new Promise<string>((resolve) => {
    const listen = (bytes: Buffer): void => {
      output += String(bytes)
      if (/http:\/\/127\.0\.0\.1:\d+\/\S+/.test(output)) resolve(output)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('close', () => resolve(output))
  })
  const text = await said
  const address = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(text)?.[0]
  const answer = address === undefined ? undefined : await fetch(address, { redirect: 'manual' })
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  expect(address, text).toBeDefined()
  expect(text).toContain('--preview was given')
  expect(text).not.toContain('npm ci')
  expect(answer?.status).toBeLessThan(400)
})
