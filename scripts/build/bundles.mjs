// One Vite call per bundle; every process of the house gets its own folder under dist/.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import react from '@vitejs/plugin-react'
import { sourcesDigest, stampPath } from '../bootstrap/sources.mjs'
import { withoutOldFonts } from './fonts.mjs'

/** Native or huge: loaded from node_modules at run time. */
export const externals = [
  'better-sqlite3',
  '@node-rs/argon2',
  'electron',
  'playwright-core',
  '@sparticuz/chromium',
]

/** @typedef {{ readonly name: string, readonly entry: string, readonly file: string, readonly format: 'es' | 'cjs' }} NodeBundle */

/** @type {readonly NodeBundle[]} */
export const nodeBundles = [
  { name: 'desk', entry: 'electron/desk/entry.ts', file: 'desk/entry.mjs', format: 'es' },
  { name: 'job thread', entry: 'electron/desk/job-thread.ts', file: 'desk/job-thread.mjs', format: 'es' },
  { name: 'command line', entry: 'electron/desk/cli.ts', file: 'desk/cli.mjs', format: 'es' },
  { name: 'vault tools', entry: 'electron/desk/vault-cli.ts', file: 'desk/vault.mjs', format: 'es' },
  { name: 'preview', entry: 'electron/preview/main.ts', file: 'preview/main.mjs', format: 'es' },
  { name: 'shell', entry: 'electron/shell/main.ts', file: 'shell/main.mjs', format: 'es' },
  // A sandboxed preload can only be CommonJS.
  { name: 'preload', entry: 'electron/shell/preload.ts', file: 'shell/preload.cjs', format: 'cjs' },
]

/** @param {string} root @param {NodeBundle} bundle */
const buildForNode = (root, bundle) =>
  build({
    configFile: false,
    root,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, external: externals },
    resolve: { conditions: ['node', 'import', 'module', 'default'] },
    build: {
      ssr: join(root, bundle.entry),
      outDir: join(root, 'dist', bundle.file.split('/')[0] ?? ''),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external: [...externals, /^electron\//],
        output: {
          format: bundle.format,
          entryFileNames: bundle.file.split('/')[1] ?? '',
          // One file per process: nothing is looked for at run time.
          codeSplitting: false,
        },
      },
    },
  })

/** @param {string} root */
const buildWindow = (root) =>
  build({
    configFile: false,
    root: join(root, 'renderer'),
    base: './',
    logLevel: 'warn',
    publicDir: false,
    plugins: [react(), withoutOldFonts()],
    build: {
      outDir: join(root, 'dist', 'renderer'),
      emptyOutDir: true,
      target: 'chrome150',
      // Fonts stay files, and no script is inlined: the content policy allows neither data: scripts nor inline ones.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
      manifest: true,
      // The sheet's style has a name without a hash: the desk, which writes the page, can't know a hash.
      rolldownOptions: {
        input: [join(root, 'renderer/index.html'), join(root, 'renderer/print/print.css')],
        output: {
          assetFileNames: ({ names }) =>
            names.includes('print.css') ? 'print.css' : 'assets/[name]-[hash][extname]',
        },
      },
    },
  })

/**
 * Builds everything, or only the bundles named (`window`, `desk`, `preview` …). Gives the entries that are not there.
 * @param {string} root
 * @param {readonly string[]} [only]
 */
export const buildAll = async (root, only = []) => {
  const digest = sourcesDigest(root)
  const isWanted = (/** @type {string} */ name) => only.length === 0 || only.includes(name)
  rmSync(stampPath(root), { force: true })
  const missing = []
  const parts = [
    { name: 'window', entry: 'renderer/index.html', run: () => buildWindow(root) },
    ...nodeBundles.map((bundle) => ({ ...bundle, run: () => buildForNode(root, bundle) })),
  ]
  for (const { name, entry, run } of parts) {
    if (!isWanted(name)) continue
    if (existsSync(join(root, entry))) await run()
    else missing.push(entry)
  }
  for (const entry of missing) console.log(`Not built, because it is not there: ${entry}`)
  mkdirSync(join(root, 'dist'), { recursive: true })
  if (only.length === 0) writeFileSync(stampPath(root), `${digest}\n`)
  return missing
}
