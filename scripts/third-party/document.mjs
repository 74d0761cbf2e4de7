import { licenceTextOf, shippedPackages } from './bundled.mjs'

// Only facts from the lock file stand here, so that every platform writes the same document.

/** @param {string} root */
export const thirdPartyDocument = (root) => {
  const packages = shippedPackages(root)
  const rows = packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license ?? '–'} |`)
  return [
    '# Third-party packages in the app',
    '',
    'Written by `node scripts/third-party.mjs` from the lock file; a test keeps it current. The font is Noto Sans SC',
    '(SIL Open Font License 1.1), from the two fontsource packages. The packed app also carries Electron (MIT) with',
    "Chromium's and Node's own notices, and the full licence texts beside this list in `licences.txt`.",
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** The full texts, for the packed app; made while packing, not kept in the repository. @param {string} root */
export const licenceTexts = (root) =>
  shippedPackages(root)
    .flatMap(({ name, version, place }) => {
      const text = licenceTextOf(root, place)
      return text === null ? [] : [`${name} ${version}\n\n${text}\n`]
    })
    .join(`\n${'─'.repeat(80)}\n\n`)
