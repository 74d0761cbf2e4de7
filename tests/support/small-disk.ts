import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { noSmallDisk } from '../../scripts/test/skips.mjs'
import { skipBecause } from './skip.ts'

const mount = (folder: string, mebibytes: number): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A disk of a few MiB that can really be filled. Where this account may not mount one, the test is skipped. */
export const smallDisk = (context: TestContext, mebibytes = 16): string => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyin-disk-'))
  if (!mount(folder, mebibytes)) {
    rmSync(folder, { recursive: true })
    return skipBecause(context, noSmallDisk)
  }
  context.onTestFinished(() => {
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
    rmSync(folder, { recursive: true })
  })
  return folder
}
