import type { Texts } from '../texts.ts'
import type { error as zh } from '../zh-CN/error.ts'

export const error = {
  invalid: 'Something does not fit. Correct the marked fields and try again; what you typed is still here.',
  locked: 'The screen is locked. Unlock to come back to the same place; everything saved is kept.',
  forbidden: 'You do not have the right to do this. Ask the centre head if you need it.',
  refused: 'The rules do not allow this. Nothing was changed.',
  stale: 'This was just changed elsewhere. The newest content is shown; check it and do it again.',
  'not-found': 'This record was not found. It may have been moved or removed; reload and look again.',
  conflict: 'Such a record is already here. Nothing was changed.',
  'in-use': 'The vault is in use by {{by}}. Close it there first.',
  'wrong-passphrase': 'The passphrase is wrong. The vault was not changed.',
  'wrong-passphrase-wait': 'The passphrase is wrong. Wait {{waitSeconds}} s before the next try.',
  damaged: 'A part of the vault cannot be read ({{part}}). Writing has stopped; restore from a backup.',
  'newer-version': 'This vault was made by a newer version. Upgrade to open it; its content was not changed.',
  'disk-full':
    'The disk is full and this step was not saved. Make room and try again; the screen keeps your text.',
  cancelled: 'Cancelled. Nothing was changed.',
  timeout:
    'There was no answer for too long; it is not known whether it was saved. Wait, check and try again.',
  stopped: 'The desk has stopped. Everything confirmed as saved is kept; please unlock again.',
  'too-many':
    'Too many requests came at once. This one was not carried out; nothing was changed. Try again shortly.',
  bug: 'The program failed, reference {{ref}}. Saved content is kept; tell the reference to your administrator.',
} satisfies Texts<typeof zh>
