import type { search as zh } from '../zh-CN/search.ts'
import type { Texts } from '../texts.ts'

export const search = {
  title: 'Find a client',
  input: 'Name, pinyin, end of phone, dossier number',
  open: 'Find a client (Ctrl+K)',
  hint: 'Type a name, pinyin or initials, a phone or document number, or its last four. ↑↓ to choose, Enter to open.',
  none: 'Nobody was found. A sealed dossier is found by its client or dossier number.',
  'tail-or-whole': 'Type the last four digits or the whole number.',
  namesake: 'same name',
  birth: 'born {{day}}',
  tail: 'client number ending in {{tail}}',
  owner: 'manager {{name}}',
  found: '{{n}} found',
  more: 'The first {{n}} are listed; there are more. Type a little more.',
} satisfies Texts<typeof zh>
