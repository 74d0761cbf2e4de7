// `npm run dist:check`: packs the app for three systems around an Electron that holds nothing, reads the packages
// back and runs the packed desk. Needs no Electron. A package that lacks one of its natives is a failure: those of the
// other systems come from npm, and without a way to it the check says which are absent and fails.
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
const { withNativesOf } = await import('./pack/foreign-natives.mjs')
const { packFolder } = await import('./pack/run-packer.mjs')
const { openVaultWith } = await import('./pack/packed-desk.mjs')
const { problemsOf } = await import('./pack/read-back.mjs')
const { resourcesOf } = await import('./pack/targets.mjs')

const place = mkdtempSync(join(tmpdir(), 'zhiyin-dist-'))
let isGood = true

/** @param {string} name @param {readonly string[]} problems */
const tell = (name, problems) => {
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}`)
  for (const problem of problems) console.log(`    ${problem}`)
  if (problems.length > 0) isGood = false
}

/** @param {typeof checkedTargets[number]} target */
const packAndRead = async (target) => {
  const electron = join(place, `electron-${target.system}`)
  layOutEmptyElectron(electron, target.system, electronVersion(root))
  const folder = packFolder(root, target, { electron, output: join(place, 'out') })
  return { folder, problems: await problemsOf(root, folder, target) }
}

try {
  for (const target of checkedTargets) {
    const name = `the package for ${target.system} ${target.arch}: files, natives, fuses, hash of the archive`
    const packed = await withNativesOf(root, target, () => packAndRead(target))
    if (!('done' in packed)) {
      tell(name, [`not packed, because ${packed.lacks} is absent and could not be fetched (${packed.why})`])
      continue
    }
    const { folder, problems } = packed.done
    tell(name, problems)
    if (target.system !== process.platform || target.arch !== process.arch) continue
    const { state, name: person } = await openVaultWith(join(folder, resourcesOf(target), 'app.asar'))
    const opened = state === 'locked' && person !== ''
    tell('its desk opens a vault under Node 24', opened ? [] : [`found ${state}`])
  }
} finally {
  rmSync(place, { recursive: true, force: true })
}
process.exit(isGood ? 0 : 1)
