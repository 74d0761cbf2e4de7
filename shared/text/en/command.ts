import type { Texts } from '../texts.ts'
import type { command as zh } from '../zh-CN/command.ts'

export const command = {
  json: 'Standard input must hold JSON, such as {"passphrase": "…"}. Nothing was changed.',
  size: 'Standard input is too large: 1 MiB at once is the most. Nothing was changed.',
  passphrase:
    'The passphrase is missing: write {"passphrase": "…"} to standard input, never into the command.',
  user: 'More than one person can log in here: name one with --user.',
  schema: 'The input does not fit: {{paths}}. What it takes: npm run -s desk -- --list. Nothing was changed.',
  vault:
    'There is no vault in this data folder. Name the folder with --data (the one that holds vault/); a backup with --from.',
  login: 'Nobody of this name has a login here. Check --user.',
} satisfies Texts<typeof zh>
