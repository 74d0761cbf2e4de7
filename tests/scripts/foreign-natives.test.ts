import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/desk.ts'

const target = { system: 'darwin', arch: 'arm64' }
const native = 'node_modules/@node-rs/argon2-darwin-arm64/argon2.darwin-arm64.node'
const script = pathToFileURL(join(process.cwd(), 'scripts/pack/foreign-natives.mjs')).href

// Takes the native in, says so, and packs until it is told to stop.
const packing = (root: string): string => `
  import { withNativesOf } from '${script}'
  await withNativesOf(${JSON.stringify(root)}, ${JSON.stringify(target)}, () => new Promise(() => {
    process.stdout.write('packing')
    setInterval(() => undefined, 1000)
  }))`

/** An npm that brings the native at once. */
const layOutNpm = (folder: string): void => {
  const npm = join(folder, 'npm')
  writeFileSync(npm, `#!/bin/sh\nmkdir -p '${dirname(native)}' && echo native > '${native}'\n`)
  chmodSync(npm, 0o755)
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a packing that is broken off by %s leaves no native of another system among the packages',
  async (signal) => {
    const [root, tools, temporary] = [tempFolder(), tempFolder(), tempFolder()]
    layOutNpm(tools)
    mkdirSync(join(root, 'node_modules/@node-rs'), { recursive: true })
    const packages = { 'node_modules/@node-rs/argon2': { version: '1.0.0' } }
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }))
    const child = spawn(process.execPath, ['--input-type=module', '-e', packing(root)], {
      env: { ...process.env, PATH: [tools, process.env['PATH']].join(delimiter), TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    expect(existsSync(join(root, native))).toBe(true)
    child.kill(signal)
    await once(child, 'close')
    expect(existsSync(dirname(join(root, native)))).toBe(false)
  },
)
