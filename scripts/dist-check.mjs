// `npm run dist:check`: packs the app for three systems around an Electron that holds nothing, reads the packages
// back and runs the packed desk. Needs no network and no Electron. What it can't show is said, not skipped over.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare, root } from './bootstrap/prepare.mjs'
import { isBuilt } from './bootstrap/sources.mjs'

await prepare(import.meta.url)
const { buildAll } = await import('./build/bundles.mjs')
if (!isBuilt(root)) await buildAll(root)
const { electronVersion } = await import('./start/electron-binary.mjs')
const { checkedTargets, layOutEmptyElectron } = await import('./pack/empty-electron.mjs')
const { packFolder } = await import('./pack/run-packer.mjs')
const { openVaultWith } = await import('./pack/packed-desk.mjs')
const { problemsOf } = await import('./pack/read-back.mjs')
const { absentHere, resourcesOf } = await import('./pack/targets.mjs')

const place = mkdtempSync(join(tmpdir(), 'zhiyin-dist-'))
let isGood = true

/** @param {string} name @param {readonly string[]} problems */
const tell = (name, problems) => {
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}`)
  for (const problem of problems) console.log(`    ${problem}`)
  if (problems.length > 0) isGood = false
}

try {
  for (const target of checkedTargets) {
    const name = `${target.system} ${target.arch}`
    const electron = join(place, `electron-${target.system}`)
    layOutEmptyElectron(electron, target.system, electronVersion(root))
    const folder = packFolder(root, target, { electron, output: join(place, 'out') })
    tell(
      `the package for ${name}: files, natives, fuses, hash of the archive`,
      await problemsOf(root, folder, target),
    )
    for (const file of absentHere(root, target))
      console.log(`    not shown here: ${file} is installed only on ${name}; npm run dist there demands it`)
    if (target.system !== process.platform || target.arch !== process.arch) continue
    const { state, name: person } = await openVaultWith(join(folder, resourcesOf(target), 'app.asar'))
    const opened = state === 'locked' && person !== ''
    tell('its desk opens a vault under Node 24', opened ? [] : [`found ${state}`])
  }
} finally {
  rmSync(place, { recursive: true, force: true })
}
process.exit(isGood ? 0 : 1)
