import type { Texts } from '../texts.ts'
import type { printout as zh } from '../zh-CN/printout.ts'

export const printout = {
  title: 'Print register',
  empty: 'Nothing has been printed yet. Print the first report under “Finances” on a client’s page.',
  kind: { statement: 'Household financial report' },
  timeline: { printed: 'Household report printed, {{number}}' },
  done: 'No. {{number}}: {{outcome}}.',
  outcome: {
    started: 'to be confirmed',
    saved: 'saved as file',
    taken: 'taken',
    failed: 'failed',
    void: 'void',
    cancelled: 'not printed',
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
  },
  ask: {
    outcome: 'How did the printing go?',
    outcomeHint:
      'Please look at the printer, then choose. After “Failed” it can be printed again under the same number.',
    glyph: 'Some characters cannot be printed',
    glyphHint: 'These characters are not in the bundled font and become boxes: {{glyphs}}.',
    glyphYes: 'Print anyway',
    leave: 'A saved file is no longer protected by the vault. Keep it as your rules demand.',
  },
  refusal: {
    'readers-needed': 'First choose who will see it.',
    'reader-unknown': 'Somebody chosen is not in this household.',
    glyph: 'Some characters cannot be printed. Please confirm first.',
    'outcome-known': 'The outcome of this one is recorded already.',
    'not-failed': 'Only a failed one can be printed again under its number.',
    'still-open': 'The outcome of this one is not recorded yet.',
  },
} satisfies Texts<typeof zh>
