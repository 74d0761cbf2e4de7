import type { Texts } from '../texts.ts'
import type { session as zh } from '../zh-CN/session.ts'

export const session = {
  role: {
    'centre-head': 'centre head',
    supervisor: 'supervisor',
    'wealth-manager': 'wealth manager',
    'lobby-manager': 'lobby manager',
    'archive-keeper': 'archive keeper',
  },
  sample: 'Sample book: its people and figures are invented. Passphrase {{passphrase}}',
  clockSuspect: "This PC's clock is behind the last record. Please set it right first.",
  backupFailed: 'The backup was not made. See Settings for the reason and try again.',
  reserveFreed:
    'The disk was full and that step was not saved. 64 MB kept in reserve were given up: save again now, then clear the disk.',
  damage: {
    pages: 'Pages that cannot be read (at least): {{pages}}',
    andMore: 'Pages that cannot be read (at least): {{pages}}, and {{more}} more',
  },
  logGrown:
    'The write-ahead log of the vault has grown to {{mebibytes}} MB and could not be emptied. Lock and unlock; if it stays, restart the PC and tell the centre head.',
  readOnly: {
    'disk-full':
      'The disk is full: everything can be read, nothing can be saved. Remove other files from this disk (nothing in the data folder), then lock and unlock again.',
  },
  refusal: {
    'card-unconfirmed': 'Please check the recovery card first.',
    'vault-read-only': 'Only reading is possible now. Nothing was saved.',
  },
  reason: {
    'disk-full': 'The disk is full. Remove other files from this disk, then lock and unlock again.',
  },
  lockedSoon: 'Nothing was done; the screen locks in {{seconds}} s',
  stay: 'Go on working',
  offer: { text: 'Set a 6-digit PIN and come back today without the passphrase.', set: 'Set it' },
  salvagedRows: 'This vault was salvaged and some of its rows could not be saved; tell the centre head.',
  salvageKnown: 'I know; no need to say so again',
  verdict: {
    damaged: 'Part of the vault cannot be read. Nothing is written any more. Please restore a backup.',
    altered: 'Row {{row}} of the audit log was altered; tell the centre head.',
    salvaged:
      'This vault was salvaged: rows of the audit log from {{row}} on are missing; tell the centre head.',
    truncated: 'The end of the audit log is missing; tell the centre head.',
    replaced: 'The vault was replaced by an older one; tell the centre head.',
    'header-replaced': 'The vault header was replaced by an older one; tell the centre head.',
    unanchored: 'The anchor of the audit log is missing; tell the centre head.',
  },
} satisfies Texts<typeof zh>
