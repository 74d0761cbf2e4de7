// The checks of the vault that the drill runs, in the order of their letters.
import { check } from './check.mjs'
import { reliability } from './reliability.mjs'

/** @typedef {import('./check.mjs').Check} Check */

const vault = 'tests/electron/vault'
const database = 'tests/electron/database'
const desk = 'tests/electron/desk'
const drills = 'tests/drills'

/** @type {readonly Check[]} */
const migration = [
  check('M01', 'every old schema', [`${drills}/old-vaults.test.ts`, 'check M01: ']),
  check(
    'M02',
    'migration fails midway',
    [`${database}/migrate.test.ts`, 'leaves the version and the rows'],
    ['tests/electron/session/upgrade.test.ts'],
  ),
  check(
    'M03',
    'newer vault than app',
    [`${database}/open.test.ts`, 'a database of a newer program is refused and left as it is'],
    [`${database}/migrate.test.ts`, 'a database from the future'],
    [`${vault}/header.test.ts`, 'a header of a newer program is named as such and not touched'],
  ),
  check(
    'M04',
    'migrating twice, one schema',
    [`${database}/migrate.test.ts`, 'the whole twice changes nothing'],
    [`${drills}/old-vaults.test.ts`, 'check M01: '],
  ),
  check(
    'M05',
    'database missing or exchanged',
    [`${drills}/damage.test.ts`, 'check M05: '],
    [`${database}/open.test.ts`, 'a missing database is never made anew', 'an emptied database is refused'],
  ),
]

/** @type {readonly Check[]} */
const keys = [
  check('K01', 'Argon2 correct', [
    `${vault}/kdf.test.ts`,
    'three independent implementations agree on any cost',
  ]),
  check('K02', 'Argon2 missing in Electron', [
    `${vault}/kdf.test.ts`,
    'an implementation that throws or computes something else is passed over',
  ]),
  check('K03', 'cost weakened or absurd', [`${vault}/header.test.ts`, 'planted in both copies is refused']),
  check(
    'K04',
    'slots edited, exchanged, replayed',
    [
      `${vault}/header.test.ts`,
      'planted in one copy loses against the genuine other',
      'a slot whose key role, cost or id was edited opens nothing',
      'a slot carried over from another vault opens nothing',
    ],
    ['tests/electron/audit/chain.test.ts', 'an old header put back is noticed'],
  ),
  check(
    'K05',
    'passphrase changed, people come and go',
    [`${vault}/slots.test.ts`],
    [`${vault}/slot-kill.test.ts`],
  ),
  check(
    'K06',
    'recovery card',
    [`${vault}/recovery-code.test.ts`],
    [
      `${vault}/slots.test.ts`,
      'the recovery card gives a forgotten door a new passphrase',
      'a new recovery card makes the old one worthless',
    ],
  ),
  check(
    'K07',
    'every bit of the header',
    [`${drills}/header-bits.test.ts`, 'check K07: '],
    [`${vault}/header.test.ts`, 'every flipped bit of a copy makes it unreadable'],
  ),
  check(
    'K08',
    'parsers fuzzed',
    [`${drills}/fuzz.test.ts`, 'check K08: '],
    [`${drills}/sealed-file.test.ts`, 'check K08: '],
    ['tests/electron/intake/any-file.test.ts', 'check K08: '],
  ),
  check(
    'K09',
    'sealed file changed',
    [`${drills}/sealed-file.test.ts`, 'check K09: '],
    [`${vault}/sealed-file.test.ts`],
  ),
  check('K10', 'nonces and keys once', [`${drills}/sealed-file.test.ts`, 'check K10: ']),
  check(
    'K11',
    'no word in clear on the disk',
    [`${drills}/plaintext.test.ts`, 'check K11: '],
    [`${drills}/plaintext-day.test.ts`, 'check K11: '],
    [`${database}/open.test.ts`, 'no file of the folder shows a word of the rows'],
    ['tests/e2e/plaintext.e2e.ts', 'after a power cut no file on the disk shows'],
  ),
  check('K14', 'memory after the lock', [`${drills}/memory.test.ts`]),
  check(
    'K15',
    'no key in words, environment, logs',
    [`${drills}/secrets.test.ts`, 'check K15: '],
    [`${vault}/unlock.test.ts`, 'no key and no passphrase stands in any file of the folder'],
  ),
  check(
    'K16',
    'wrong passphrases',
    [`${vault}/attempts.test.ts`],
    ['tests/electron/session/write-down.test.ts'],
  ),
  check('K17', 'spellings of a passphrase', [
    `${vault}/unlock.test.ts`,
    'full-width digits of an input method open the vault too',
    'the right passphrase opens the vault',
  ]),
  check('K19', 'no role, no key', ['tests/electron/seal/raw-keys.test.ts']),
  check('K20', 'encryption is really on', [
    `${database}/open.test.ts`,
    'without the key the file is no database',
    'a database that is not encrypted is refused',
  ]),
]

/** @type {readonly Check[]} */
const tampering = [
  check('T01', 'audit rows edited, cut, pushed in', ['tests/electron/audit/chain.test.ts']),
  check('T02', 'chain rebuilt by an insider', [
    'tests/electron/audit/chain.test.ts',
    'a chain rebuilt by an insider with the key contradicts its anchor',
  ]),
  check('T03', 'an old copy of the whole vault', [`${drills}/printed-head.test.ts`, 'check T03: ']),
  check(
    'T04',
    'log cut or bits of it flipped',
    [`${drills}/wal.test.ts`, 'check T04: '],
    ['tests/electron/audit/chain.test.ts', 'rows cut off at the end are missed by their anchor'],
  ),
  check('T05', 'a change and its line', [
    'tests/electron/audit/chain.test.ts',
    'a change and its audit row stand or fall together',
  ]),
]

/** @type {readonly Check[]} */
const locking = [
  check('L01', 'idle', [`${desk}/desk.test.ts`, 'locks by itself after the idle time']),
  check('L02', 'sleep, clock set back', [`${drills}/clocks.test.ts`, 'check L02: ']),
  check('L03', 'the screen, the sleep, the user', ['tests/electron/shell/lock-triggers.test.ts']),
  check(
    'L04',
    'lock amid saving and printing',
    [`${drills}/lock-amid.test.ts`, 'check L04: '],
    ['tests/electron/intake/cancel.test.ts'],
  ),
  check('L05', 'a locked screen shows nothing', ['tests/e2e/lock.e2e.ts', 'a locked screen shows nothing']),
]

/** @type {readonly Check[]} */
const surface = [
  check(
    'S01',
    'windows and sessions',
    ['tests/electron/shell/window.test.ts'],
    ['tests/electron/shell/session.test.ts'],
  ),
  check('S02', 'ways out of a window', ['tests/electron/shell/navigation.test.ts']),
  check('S03', 'permissions', ['tests/electron/shell/session.test.ts', 'allows']),
  check('S04', 'content policy', ['tests/e2e/policy.e2e.ts']),
  check(
    'S05',
    'protocol and files',
    ['tests/electron/shell/protocol.test.ts'],
    ['tests/electron/preview/host.test.ts', 'serves only files it was built with'],
  ),
  check(
    'S06',
    'every procedure checked',
    [`${desk}/contract.test.ts`],
    ['tests/electron/preview/host.test.ts', 'reads no message over 1 MiB'],
  ),
  check('S07', 'preload', ['tests/electron/shell/preload.test.ts']),
  check('S11', 'no network', [`${drills}/no-network.test.ts`, 'check S11: ']),
  check('S13', 'typed markup', [`${drills}/hostile-text.test.ts`, 'check S13: ']),
  check('S14', 'hostile imports', [
    'tests/electron/intake/files.test.ts',
    'is refused when it is no table',
    'is refused before it is inflated',
  ]),
]

export const checks = [...reliability, ...migration, ...keys, ...tampering, ...locking, ...surface]
