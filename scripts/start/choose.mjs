// Electron where it can run, else the reason in one line.
import {
  canBeFetched,
  downloadAddress,
  electronVersion,
  fetchElectron,
  installedElectron,
} from './electron-binary.mjs'

/** @typedef {{ readonly root: string, readonly env: import('./electron-binary.mjs').Environment,
 *   readonly platform: string, readonly arch: string, readonly uid: number | null,
 *   readonly preview: boolean, readonly offline: boolean }} Machine */

/**
 * Reasons that need no look at the binary, first one that holds.
 * @param {Machine} machine
 */
export const reasonAgainstElectron = ({ preview, platform, uid, env }) => {
  if (preview) return '--preview was given'
  if (platform !== 'linux') return null
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no display here'
  if (uid === 0) return 'Electron keeps its sandbox, and root has none'
  return null
}

/**
 * @param {Machine} machine
 * @param {{ reachable: (address: string) => Promise<boolean>, fetchBinary: (root: string) => void }} [network]
 * @returns {Promise<{ readonly binary: string } | { readonly reason: string }>}
 */
export const chooseElectron = async (
  machine,
  network = { reachable: canBeFetched, fetchBinary: fetchElectron },
) => {
  const reason = reasonAgainstElectron(machine)
  if (reason !== null) return { reason }
  const { root, env, platform, arch, offline } = machine
  const present = installedElectron(root, env, platform)
  if (present !== null) return { binary: present }
  if (env['ELECTRON_OVERRIDE_DIST_PATH']) return { reason: 'ELECTRON_OVERRIDE_DIST_PATH holds no Electron' }
  if (offline) return { reason: 'the Electron binary is not here, and --offline was given' }
  if (!(await network.reachable(downloadAddress(electronVersion(root), env, platform, arch))))
    return { reason: 'the Electron binary is not here and cannot be fetched' }
  network.fetchBinary(root)
  const fetched = installedElectron(root, env, platform)
  return fetched === null ? { reason: 'fetching the Electron binary did not succeed' } : { binary: fetched }
}
