// Writes THIRD-PARTY.md, and with `--texts FILE` the full licence texts for the packed app.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root } from './bootstrap/prepare.mjs'
import { licenceTexts, thirdPartyDocument } from './third-party/document.mjs'

await prepare(import.meta.url)
writeFileSync(join(root, 'THIRD-PARTY.md'), thirdPartyDocument(root))
const at = process.argv.indexOf('--texts')
const file = at === -1 ? undefined : process.argv[at + 1]
if (file !== undefined) writeFileSync(file, licenceTexts(root))
