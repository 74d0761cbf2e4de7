// R: crashes, power cuts, full disks, damage, clocks, odd text.
import { check } from './check.mjs'

const vault = 'tests/electron/vault'
const desk = 'tests/electron/desk'
const drills = 'tests/drills'

/** @type {readonly import('./check.mjs').Check[]} */
export const reliability = [
  check(
    'R01',
    'kill -9 during writes',
    [`${drills}/kill.test.ts`, 'check R01: '],
    [`${drills}/desk-kill.test.ts`, 'check R01: '],
  ),
  check('R02', 'power cut: the log cut anywhere', [`${drills}/wal.test.ts`, 'check R02: ']),
  check('R03', 'syncs lost, writes torn', [`${drills}/lost-sync.test.ts`, 'check R03: ']),
  check(
    'R04',
    'header write torn at any byte',
    [`${drills}/header-bits.test.ts`, 'check R04: '],
    [
      `${vault}/header.test.ts`,
      'a write torn at any point leaves one whole copy',
      'a header write that reads back differently stops before the second copy',
    ],
  ),
  check(
    'R06',
    'kill at every step of a change',
    [`${drills}/step-kill.test.ts`, 'check R06: '],
    [`${drills}/old-vaults.test.ts`, 'check R06: '],
    [`${drills}/restore-kill.test.ts`],
    [`${drills}/seal-kill.test.ts`, 'check R06: '],
    [`${vault}/slot-kill.test.ts`],
    ['tests/electron/session/creation.test.ts', 'wherever the making of a vault is cut off'],
  ),
  check('R07', 'disk full while writing', [`${drills}/full-disk.test.ts`, 'check R07: ']),
  check('R08', 'out of a full disk', [
    `${drills}/reserve.test.ts`,
    'on a full disk giving up the reserve lets the very next save through',
  ]),
  check(
    'R09',
    'opened with no byte free',
    [`${drills}/full-disk.test.ts`, 'check R09: '],
    [`${drills}/reserve.test.ts`],
    ['tests/electron/session/read-only.test.ts'],
    ['tests/e2e/full-disk.e2e.ts'],
  ),
  check('R10', 'growth of the log', [`${drills}/wal-growth.test.ts`, 'check R10: ']),
  check('R11', 'a file another program holds', [`${vault}/patience.test.ts`]),
  check(
    'R12',
    'hostile places and paths',
    [`${drills}/hostile-place.test.ts`, 'check R12: '],
    [`${vault}/folder-check.test.ts`],
  ),
  check('R13', 'settings file of any content', [`${drills}/settings-file.test.ts`, 'check R13: ']),
  check(
    'R14',
    'second instance',
    [`${vault}/instance-lock.test.ts`],
    [`${desk}/forked-desk.test.ts`, 'keeps a second program away from the same vault'],
  ),
  check(
    'R15',
    'damaged database',
    [`${drills}/damage.test.ts`, 'check R15: '],
    ['tests/electron/session/damaged-pages.test.ts'],
  ),
  check(
    'R16',
    'salvage',
    [`${drills}/damage.test.ts`, 'check R16: '],
    [`${drills}/salvage-kill.test.ts`, 'a salvage cut off at any step'],
    [`${desk}/vault-salvage.test.ts`],
    [`${desk}/salvage-bad-disk.test.ts`],
    [`${desk}/salvage-twice.test.ts`],
    [`${desk}/salvage-rollback.test.ts`],
    ['tests/electron/audit/salvage-told.test.ts'],
  ),
  check('R17', 'read without the app', [`${vault}/without-the-app.test.ts`], [`${vault}/vectors.test.ts`]),
  check(
    'R18',
    'backup verified or not there',
    [`${drills}/backup-kill.test.ts`, 'check R18: '],
    [`${vault}/backup.test.ts`],
  ),
  check('R19', 'restore drill', ['tests/electron/backup/drill.test.ts']),
  check('R20', 'the windows stay responsive', [`${drills}/restart.test.ts`, 'check R20: ']),
  check('R21', 'the desk dies', [`${drills}/restart.test.ts`, 'check R21: ']),
  check(
    'R22',
    'soak against a model',
    [`${drills}/soak.test.ts`, 'check R22: '],
    [`${drills}/soak-branch.test.ts`, 'check R22: '],
  ),
  check('R23', 'clock jumps and zones', [`${drills}/clocks.test.ts`, 'check R23: ']),
  check('R24', 'hostile text', [`${drills}/hostile-text.test.ts`, 'check R24: ']),
]
