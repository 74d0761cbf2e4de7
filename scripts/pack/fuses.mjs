// The nine fuses of Electron 45 in the order of their wire (docs/decisions/0018). They are burnt into the program
// file before it is signed; a tenth one that a later Electron brings stops the packing until somebody decided on it.
import { FuseState, FuseVersion, FuseV1Options, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/** @type {readonly (readonly [keyof typeof FuseV1Options, boolean])[]} */
export const fuses = [
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  ['GrantFileProtocolExtraPrivileges', false],
  ['WasmTrapHandlers', true],
]

export const wantedWire = fuses.map(([, isOn]) => (isOn ? '1' : '0')).join('')

const wanted = Object.fromEntries(fuses.map(([name, isOn]) => [FuseV1Options[name], isOn]))

/**
 * On macOS the change breaks the signature every program there must have; an unnamed one is put back, and a real one
 * replaces it later.
 * @param {string} program the program file, on macOS the .app folder
 * @param {string} system
 */
export const burnFuses = (program, system) =>
  flipFuses(
    program,
    /** @type {import('@electron/fuses').FuseV1Config} */ ({
      version: FuseVersion.V1,
      strictlyRequireAllFuses: true,
      resetAdHocDarwinSignature: system === 'darwin',
      ...wanted,
    }),
  )

/** The wire as a program file holds it: `1` on, `0` off, anything else as `?`. @param {string} program */
export const readWire = async (program) => {
  const {
    version: _version,
    resetAdHocDarwinSignature: _reset,
    ...states
  } = await getCurrentFuseWire(program)
  return Object.entries(states)
    .filter(([place]) => /^\d+$/.test(place))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, state]) => (state === FuseState.ENABLE ? '1' : state === FuseState.DISABLE ? '0' : '?'))
    .join('')
}
