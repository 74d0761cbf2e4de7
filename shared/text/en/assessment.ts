import type { assessment as zh } from '../zh-CN/assessment.ts'
import type { Texts } from '../texts.ts'

export const assessment = {
  title: "Record the bank's assessment",
  open: 'Record an assessment',
  level: 'Level',
  date: 'Date',
  serial: 'Number',
  channel: 'Channel',
  channels: {
    'counter-slip': 'Counter slip',
    'mobile-bank': 'Mobile bank',
    terminal: 'Terminal',
    import: 'Client book',
  },
  refusal: {
    assessedTwiceToday:
      'Two assessments on this day already, the most an institution may do. Please check the slip.',
    assessedEightTimes:
      'Eight assessments within twelve months already, the most an institution may do. Please check the slip.',
  },
  again: 'The level differs and the client confirmed it again',
  verb: 'Record',
  expired: 'The assessment has expired',
  unconfirmed: 'The level differs from the one before: ask the client to confirm it',
  confirm: 'The client confirmed it again',
  none: 'No assessment on file',
  until: 'Valid to {{date}}',
} satisfies Texts<typeof zh>
