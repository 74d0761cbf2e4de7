import type { Texts } from '../texts.ts'
import type { restore as zh } from '../zh-CN/restore.ts'

export const restore = {
  link: 'Restore from a backup',
  title: 'Restore from a backup',
  lead: 'Choose a backup and open it with a passphrase or the recovery card. It is restored to this PC; then unlock as always.',
  back: 'Back',
  trouble: {
    header: {
      title: "The vault's header can't be read",
      kept: 'Both copies are damaged, and without one the database does not open. No file was changed.',
      todo: 'Restore from a backup. The damaged vault is set aside whole, never deleted.',
    },
    'database-missing': {
      title: "The vault's database is gone",
      kept: 'The header is there, the database file (vault.db) is not. No new empty database was made.',
      todo: 'If somebody moved it, put it back and reload; else restore from a backup.',
    },
    'everything-missing': {
      title: 'There was a vault here; only backups are left',
      kept: 'Header and database are gone, the backups are there. No new vault was made.',
      todo: 'Restore from a backup. To begin anew, move the folder vault out of the data folder first.',
    },
    'half-restored': {
      title: 'The last restore did not end',
      kept: 'The backup was not touched; the former vault was not deleted: it is where it was, or in quarantine.',
      todo: 'Restore once more; what was being salvaged into this place, salvage once more.',
    },
    database: {
      title: "The vault's database is damaged",
      kept: 'The passphrase is right, but the database does not open. No file was changed.',
      todo: 'Restore from a backup. The damaged vault is set aside whole, never deleted.',
    },
    foreign: {
      title: 'This database belongs to another vault',
      kept: "The passphrase is right, but vault.db is another vault's file. It was not changed.",
      todo: 'Put the former file back and reload; else restore from a backup, and this file is set aside.',
    },
    pages: {
      title: "A part of the vault can't be read",
      kept: 'It can be unlocked for reading only; what can be read is there.',
      todo: 'Look at what was entered last, then restore from a backup.',
    },
    'newer-header': {
      title: 'This vault was made by a newer version',
      kept: 'No file was changed; everything is there.',
      todo: 'Update Zhiyin, then open it.',
    },
    'newer-database': {
      title: 'The database was written by a newer version',
      kept: 'No file was changed; everything is there.',
      todo: 'Update Zhiyin, then open it.',
    },
    'folder-linked': {
      title: "The vault's folder is a link",
      kept: 'It was not opened, and no file was changed.',
      todo: 'Put the data into a real folder and reload.',
    },
    'folder-synced': {
      title: "The vault's folder is synced to the net",
      kept: 'It was not opened, and no file was changed. Syncing tears a live database apart.',
      todo: 'Move the data folder to a place that is not synced, and reload.',
    },
    'folder-on-network': {
      title: "The vault's folder is on the network",
      kept: 'It was not opened, and no file was changed. A lost connection tears a live database apart.',
      todo: 'Move the data folder to a disk of this PC, and reload. Backups may lie on the network.',
    },
    'folder-read-only': {
      title: "The vault's folder can't be written to",
      kept: 'No file was changed; everything is there.',
      todo: 'Have this account given the right to write there, and reload.',
    },
    'disk-full': {
      title: "The disk is full, so the vault can't be opened now",
      kept: 'No file was changed; everything is there.',
      todo: 'Clear other files from this disk and reload. Delete nothing in the data folder.',
    },
    unknown: {
      title: "The vault can't be read",
      kept: 'No file was changed.',
      todo: 'Reload; if that does not help, have the data folder looked at.',
    },
  },
  choose: {
    label: 'Backups found',
    place: 'Place',
    here: 'this PC',
    away: 'second target',
    typed: 'typed folder',
    at: 'Made (not checked yet)',
    whose: 'Whose vault',
    rows: 'Audit log',
    rowCount: '{{n}} rows',
    none: 'No backup was found. Connect the backup disk and type its folder.',
    folder: 'The backup is elsewhere',
    folderHelp: "The whole path of the backup disk's or share's folder, such as E:\\zhiyin-backup",
    look: 'Look',
    pick: 'Choose this one',
    picked: 'Chosen',
  },
  key: {
    passphrase: 'Passphrase',
    card: 'Recovery card',
    with: 'Open it with',
    who: 'Who restores',
    whoHelp: 'Somebody with the right to restore: the centre head',
    passphraseHelp:
      "The present passphrase while the present header can be read, else the one of the backup's day",
    field: 'Words or code of the recovery card',
    start: 'Restore',
    starting: 'Checking…',
  },
  running: {
    title: 'Restoring',
    text: 'Every byte is checked and copied; leave the PC on. After a power cut the next start goes on, or asks you to begin again.',
    done: '{{percent}}% done',
  },
  done: {
    title: 'Restored',
    made: 'The backup of {{time}} was restored, with the audit log up to row {{rows}}.',
    lost: 'What was done in rows {{from}} to {{to}} did not come back: enter it again from paper.',
    lostUnknown: 'What was entered after the backup did not come back: enter it again from paper.',
    aside: 'The former files were not deleted: vault/{{place}} in the data folder.',
    next: 'Go and unlock',
  },
  failed: 'Nothing was restored; the former files were not touched.',
  badBackup: 'This backup is not whole, or it was altered. Choose another one.',
  refusal: {
    'restore-not-needed': 'The vault here opens, so no backup may take its place. Nothing was changed.',
    'restore-temporary':
      "Somebody else chose this passphrase, so it doesn't restore in this person's name. Take another person's own passphrase or the recovery card. Nothing was changed.",
    'no-backup-there': 'There is no backup in this folder. Nothing was changed.',
    'folder-not-empty': 'There are files in this folder already; they were not changed.',
    'salvage-inside':
      'A salvaged vault does not go inside the damaged one. Choose another empty folder; nothing was changed.',
  },
} satisfies Texts<typeof zh>
