import type { Texts } from '../texts.ts'
import type { printout as zh } from '../zh-CN/printout.ts'

export const printout = {
  title: 'Print register',
  empty: 'Nothing has been printed yet. Print the first report under "Finances" on a client\'s page.',
  product: 'Zhiyin',
  kind: {
    statement: 'Household financial report',
    'custody-register': 'Dossier custody register',
    'hand-in-list': 'Hand-in list',
    'seal-certificate': 'Seal certificate',
    'restore-statement': 'Statement of a restore',
    'set-up-list': 'Set-up list',
  },
  preview: 'Preview: {{kind}}',
  class: { client: "Client's copy", internal: 'Internal. Not to leave the bank', posted: 'Posted' },
  timeline: { printed: 'Household report printed, {{number}}', form: 'Form printed, {{number}}' },
  done: 'No. {{number}}: {{outcome}}.',
  outcome: {
    started: 'to be confirmed',
    saved: 'saved as file',
    taken: 'taken',
    failed: 'failed',
    void: 'void',
    cancelled: 'not printed',
  },
  returned: {
    out: 'with the client',
    signed: 'signed and back',
    recalled: 'taken back',
    lost: 'not taken back',
  },
  field: {
    number: 'No.',
    client: 'Client',
    kind: 'Name',
    asOf: 'As of',
    copy: 'Copy',
    at: 'Time',
    by: 'By',
    outcome: 'Outcome',
    returned: 'Where it is',
    sheets: 'Sheets',
  },
  copy: 'copy {{copy}}',
  duplicate: 'duplicate {{copy}}',
  again: 'reprinted {{times}} times',
  action: {
    save: 'Save as PDF',
    print: 'Print',
    again: 'Print again',
    reprint: 'Print a duplicate',
    taken: 'Taken',
    failed: 'Failed',
    void: 'Void',
    later: 'Say later',
    signed: 'Came back signed',
    recalled: 'Take back',
    lost: "Can't be had back",
  },
  ask: {
    outcome: 'How did the printing go?',
    outcomeHint:
      'Please look at the printer, then choose. After "Failed" it can be printed again under the same number.',
    glyph: 'Some characters cannot be printed',
    glyphHint: 'These characters are not in the bundled font and become boxes: {{glyphs}}.',
    glyphYes: 'Print anyway',
    printer: 'Printer',
    system: 'Choose when printing',
    anew: 'Preview again',
    leave: 'A saved file is no longer protected by the vault. Keep it as your rules demand.',
  },
  refusal: {
    'readers-needed': 'First choose who will see it.',
    'reader-unknown': 'Somebody chosen is not in this household.',
    'client-not-reader':
      'The client must be among those who see it. For somebody else, print from the page of that client.',
    glyph: 'Some characters cannot be printed. Please confirm first.',
    'no-longer-shown':
      'The household or who may see what has changed; the old content is not printed again. Please print a new one under Finances on the client page.',
    recalled:
      'This one was printed with the file of the wrong client open and is asked back. It is neither shown nor printed again.',
    changed:
      'The content, or who may see it, has changed since the preview (a consent was withdrawn, for example). It is shown no more, and nothing was printed. Please preview it again.',
    'preview-gone':
      'This preview is no longer there (only the latest few are kept, and none after a lock). Nothing was printed. Please preview it again.',
    'face-up':
      "The client is looking at the screen: internal papers are neither shown nor printed now. Leave the client's face first (hold F9 for a second), then print.",
    'outcome-known': 'The outcome of this one is recorded already.',
    'not-failed': 'Only a failed one can be printed again under its number.',
    'not-out': 'This one never left the room.',
    'already-back': 'Where this one is has been recorded already.',
    'still-open': 'The outcome of this one is not recorded yet.',
  },
} satisfies Texts<typeof zh>
