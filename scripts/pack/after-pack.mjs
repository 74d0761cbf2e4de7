// Runs after a system's app has been laid out and before it is signed: fuses, and the texts of all licences.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { licenceTexts } from '../third-party/document.mjs'
import { burnFuses } from './fuses.mjs'
import { programOf, resourcesOf } from './targets.mjs'

/** @param {{ readonly appOutDir: string, readonly electronPlatformName: string, readonly packager: { readonly projectDir: string } }} packed */
export const afterPack = async ({ appOutDir, electronPlatformName, packager }) => {
  const system = /** @type {import('./targets.mjs').System} */ (electronPlatformName)
  writeFileSync(join(appOutDir, resourcesOf({ system }), 'licences.txt'), licenceTexts(packager.projectDir))
  await burnFuses(join(appOutDir, programOf({ system })), system)
}
