import type { exit as zh } from '../zh-CN/exit.ts'
import type { Texts } from '../texts.ts'

export const exit = {
  skip: {
    'not-needed-now': 'Client needs no plan now',
    'done-before': 'Done before',
    'no-time': 'No time',
    other: 'Other',
  },
  leave: { 'called-away': 'Called away', family: 'Family', 'no-time': 'No time', other: 'Other' },
  postpone: {
    'client-asked': 'Client asked',
    'client-absent': 'Client did not come',
    'manager-absent': 'Manager away',
    branch: 'Branch',
    other: 'Other',
  },
  abort: {
    'client-declined': 'Client does not want to talk',
    disturbed: 'Disturbed',
    'wrong-time': 'Wrong time',
    'opened-by-mistake': 'Opened by mistake',
    other: 'Other',
  },
  moved: 'Wrong client corrected, no. {{number}}',
  moves: {
    title: 'Corrections waiting for you',
    from: 'Wrong client',
    to: 'Right client',
    by: 'Asked by',
    at: 'Asked at',
    confirm: 'Confirm the move',
    decline: 'Send back',
    declineVerb: 'Send back',
    declineWhy: 'Why it is sent back',
    declineHint:
      'The meeting stays with the client it stands under. Whoever asked sees the reason and can ask again.',
    withdraw: 'Withdraw the correction',
    notReady: 'Waits until {{who}} has taken out both dossiers',
    own: 'You asked for it; another supervisor confirms',
    declined: '{{by}} sent the correction back: {{why}}',
    empty: 'No correction is waiting for you.',
  },
} satisfies Texts<typeof zh>
