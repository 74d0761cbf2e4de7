import { describe, expect, test } from 'vitest'
import { findings, sources } from './source.ts'
import type { Rule } from './source.ts'
import {
  isNamedWell,
  isShortOrSaysWhy,
  knowsNoMachine,
  leavesOutNothing,
  silencesNothing,
} from './rules/files.ts'
import {
  callsNoForbiddenMethod,
  hasNoBytes,
  importsNothingForbidden,
  importsOnlyPure,
  namesNoVaultFile,
} from './rules/forbidden.ts'
import { opensNoDatabase, sqlIsConstant, sqlIsWhole } from './rules/sql.ts'
import { saysNothingItself, usesFullWidthMarks } from './rules/words.ts'

type Case = {
  readonly name: string
  readonly rule: Rule
  readonly folders: readonly string[]
  readonly files: RegExp
  /** Paths the rule does not speak about. */
  readonly except?: RegExp
  /** Path and text of violations; each must be refused. */
  readonly planted: readonly (readonly [string, string])[]
}

const product = ['shared', 'electron', 'renderer']
const everywhere = [...product, 'tests', 'scripts', 'resources']
const code = /\.(ts|tsx)$/
const allCode = /\.(ts|tsx|mjs)$/
const vaultCode = /^electron\/(vault|database|backup|audit)\//

const cases: readonly Case[] = [
  {
    name: 'shared/ imports only what is pure',
    rule: importsOnlyPure,
    folders: ['shared'],
    files: code,
    planted: [
      ['shared/a.ts', "import { readFileSync } from 'node:fs'"],
      ['shared/a.ts', "export { x } from 'iconv-lite'"],
      ['shared/a.ts', "const x = await import('react')"],
    ],
  },
  {
    name: 'SQL handed to the database is a constant',
    rule: sqlIsConstant,
    folders: ['electron'],
    files: code,
    except: /^electron\/database\//,
    planted: [
      ['electron/client/repository.ts', 'const byName = (db, name) => db.one(`select 1 where n = ${name}`)'],
      ['electron/client/repository.ts', 'export const f = (call, sql) => call.db.run(sql)'],
      ['electron/client/repository.ts', 'const q = { a: `select ${x}` }\ncall.db.all(q.a)'],
      ['electron/client/repository.ts', 'const sql = ["a"].join(); call.db.all(sql)'],
    ],
  },
  {
    name: 'no SQL is put together from pieces',
    rule: sqlIsWhole,
    folders: ['electron'],
    files: code,
    planted: [
      ['electron/a.ts', 'const q = `SELECT * FROM ${table}`'],
      ['electron/a.ts', 'const f = (c) => {\n  const t = c.table\n  return `SELECT * FROM ${t}`\n}'],
      ['electron/a.ts', "const q = 'delete from client where id = ' + id"],
    ],
  },
  {
    name: 'only one file opens SQLite',
    rule: opensNoDatabase,
    folders: ['electron'],
    files: code,
    except: /^electron\/database\/open\.ts$/,
    planted: [['electron/job/report.ts', "const db = new Database('vault.db')"]],
  },
  {
    name: 'nothing reads or writes pages past the cipher',
    rule: callsNoForbiddenMethod,
    folders: ['electron'],
    files: code,
    planted: [
      ['electron/a.ts', "await db.backup('copy.db')"],
      ['electron/a.ts', 'const bytes = connection.serialize()'],
      ['electron/a.ts', "this.database.loadExtension('x')"],
    ],
  },
  {
    name: "Node's own SQLite and Argon2 are not used",
    rule: importsNothingForbidden,
    folders: ['electron'],
    files: code,
    planted: [
      ['electron/a.ts', "import { DatabaseSync } from 'node:sqlite'"],
      ['electron/a.ts', "import { argon2Sync } from 'node:crypto'"],
    ],
  },
  {
    name: "the vault's files are named only by the vault's own code",
    rule: namesNoVaultFile,
    folders: product,
    files: code,
    except: vaultCode,
    planted: [
      ['electron/preview/a.ts', "copyFileSync(join(folder, 'vault.db'), target)"],
      ['electron/desk/a.ts', "openSync('/data/lock.db')"],
    ],
  },
  {
    name: 'a contract carries binary as a Blob',
    rule: hasNoBytes,
    folders: ['shared'],
    files: /contract\.ts$/,
    planted: [['shared/a/contract.ts', 'const c = z.instanceof(Uint8Array)']],
  },
  {
    name: 'every word on the screen comes from shared/text',
    rule: saysNothingItself,
    folders: ['renderer'],
    files: code,
    planted: [
      ['renderer/a.tsx', 'const a = <p>Save now</p>'],
      ['renderer/a.tsx', 'const a = <p>保存</p>'],
      ['renderer/a.tsx', 'const a = <input placeholder="Name" />'],
      ['renderer/a.tsx', "const a = <Field label={'姓名'} />"],
      ['renderer/a.ts', "export const title = '客户资料'"],
    ],
  },
  {
    name: 'Chinese text uses Chinese punctuation',
    rule: usesFullWidthMarks,
    folders: ['shared/text/zh-CN', 'resources'],
    files: code,
    planted: [
      ['shared/text/zh-CN/a.ts', "export const a = { saved: '已保存,可以继续' }"],
      ['shared/text/zh-CN/a.ts', "export const a = { sum: '合计(元)' }"],
    ],
  },
  {
    name: 'no file is longer than 250 lines without a reason',
    rule: isShortOrSaysWhy,
    folders: everywhere,
    files: allCode,
    planted: [['shared/a.ts', '\n'.repeat(251) + 'export {}']],
  },
  {
    name: 'files are named in kebab-case and after what they hold',
    rule: isNamedWell,
    folders: everywhere,
    files: allCode,
    planted: [
      ['shared/clientRules.ts', ''],
      ['shared/date-utils.ts', ''],
      ['electron/client-manager.ts', ''],
    ],
  },
  {
    name: 'no warning is silenced and no work is left in a comment',
    rule: silencesNothing,
    folders: everywhere,
    files: allCode,
    planted: [
      ['shared/a.ts', ['// @ts-ig', 'nore'].join('')],
      ['shared/a.ts', ['const a = b as a', 'ny'].join('')],
      ['shared/a.ts', ['// TO', 'DO: later'].join('')],
    ],
  },
  {
    name: 'the project knows no folder of a build machine',
    rule: knowsNoMachine,
    folders: [''],
    files: /\.(ts|tsx|mjs|json|md|yml|css|html)$|^\.ci\/run$/,
    planted: [['docs/a.md', ['see /wo', 'rk/shared/x'].join('')]],
  },
  {
    name: 'no test is left out, except those for the real Electron or a full disk',
    rule: leavesOutNothing,
    folders: ['tests'],
    files: code,
    except: /^tests\/house\//,
    planted: [
      ['tests/a.test.ts', ['test.sk', "ip('later', () => {})"].join('')],
      ['tests/a.test.ts', ['describe.on', "ly('mine', () => {})"].join('')],
    ],
  },
]

describe.each(cases)('$name', ({ rule, folders, files, except, planted }) => {
  test('in the whole project', () => {
    const spokenOf = sources(folders, files).filter(({ path }) => except?.test(path) !== true)
    expect(spokenOf.length).toBeGreaterThan(0)
    expect(findings(rule, spokenOf)).toEqual([])
  })

  test.each(planted)('a planted violation is refused: %s %j', (path, text) => {
    expect(rule({ path, text })).not.toEqual([])
  })
})
