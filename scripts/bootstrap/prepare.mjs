// The first thing every command does: packages as the lock says, then Node 24.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages } from './install.mjs'
import { ensureNode24 } from './node24.mjs'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** @param {string} scriptUrl the calling script's import.meta.url */
export const prepare = async (scriptUrl) => {
  ensurePackages(root)
  await ensureNode24(root, fileURLToPath(scriptUrl))
}
