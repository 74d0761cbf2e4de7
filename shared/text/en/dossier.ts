import type { Texts } from '../texts.ts'
import type { dossier as zh } from '../zh-CN/dossier.ts'

export const dossier = {
  refusal: {
    held: 'Dossier {{number}} is with {{holder}} (since {{since}}). Ask for a check-out, or wait until it is handed in.',
    'handed-in':
      'Dossier {{number}} was handed in and waits for the keeper (since {{since}}); it cannot be opened now. Whoever handed it in can take it back in the archive.',
    'in-cabinet':
      "Dossier {{number}} is in the cabinet (since {{since}}). Take out your own client's; for others ask for a check-out.",
    sealed: 'Dossier {{number}} is sealed (since {{since}}). Ask the archive keeper to open the seal.',
  },
  tag: {
    'in-use': 'out, {{holder}}',
    'handed-in': 'to be accepted',
    'in-cabinet': 'in the cabinet',
    sealed: 'sealed',
  },
} satisfies Texts<typeof zh>
