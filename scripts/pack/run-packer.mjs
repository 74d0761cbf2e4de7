import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { flagsOf, folderOf } from './targets.mjs'

/**
 * Lays the app out for one system, around the given Electron, without making an installer of it.
 * @param {string} root
 * @param {import('./targets.mjs').Target} target
 * @param {{ readonly electron: string, readonly output: string }} places
 * @returns {string} the folder with the packed app
 */
export const packFolder = (root, target, { electron, output }) => {
  const args = [
    join(root, 'node_modules/electron-builder/cli.js'),
    ...flagsOf(target),
    '--dir',
    `-c.electronDist=${electron}`,
    `-c.directories.output=${output}`,
  ]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`electron-builder: ${stdout}${stderr}`)
  return join(output, folderOf(target))
}
