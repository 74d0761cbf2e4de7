import type { staff as zh } from '../zh-CN/staff.ts'
import type { Texts } from '../texts.ts'

export const staff = {
  title: 'People and logins',
  lead: 'Who works here, who can unlock, and with which roles. A teller needs no login to be a referrer.',
  open: 'Logins and roles',
  column: { name: 'Name', post: 'Post', roles: 'Roles', login: 'Login', key: 'Archive key' },
  login: {
    none: 'no login',
    has: 'can unlock',
    temporary: 'temporary passphrase, not changed yet',
  },
  key: { none: '—', waiting: 'given, taken up at the next unlock', held: 'holds it', missing: 'lacks it' },
  act: {
    addUser: 'Add a person with a login',
    add: 'Add',
    give: 'Give a login',
    roles: 'Roles',
    reset: 'Reset passphrase',
    drop: 'Take login away',
    grant: 'Give the archive key',
    revoke: 'Take the archive key back',
    propose: 'Proposed by the program',
    type: 'My own',
    print: 'Print',
    done: 'Handed over',
    save: 'Save roles',
  },
  form: {
    name: 'Name',
    post: 'Post',
    roles: 'Roles',
    hint: 'At the first unlock the person has to change it.',
    keeperShut:
      "Only a holder of the archive key gives or takes the role of archive keeper, and you don't hold it.",
  },
  slip: {
    title: 'First passphrase',
    again: 'Temporary passphrase',
    lead: 'Shown only this once. Print it or write it down for the person, who changes it right after unlocking.',
    person: 'Name',
    passphrase: 'Passphrase (good once)',
    keep: 'Destroy this slip when the passphrase was changed.',
  },
  reset: {
    title: 'Reset the passphrase of {{name}}',
    text: 'The old one is dead at once; the temporary one serves only to set a new one. Drafts, place and running meetings stay.',
    key: '{{name}} holds the archive key. A reset loses it; another holder has to give it again.',
  },
  drop: {
    title: 'Take the login of {{name}} away',
    text: "{{name}} can't unlock any more and loses all roles; every record stays. Refused while dossiers, meetings or clients are in hand.",
  },
  revoke: {
    title: 'Take the archive key back from {{name}}',
    text: 'A new archive key is made; the holders who stay get it at their next unlock. {{name}} is no longer a keeper.',
  },
  grant: {
    title: 'Give the archive key to {{name}}',
    text: '{{name}} becomes an archive keeper and takes the key up at the next unlock.',
  },
  first: {
    title: 'Choose a passphrase of your own',
    lead: 'Somebody else chose the present one. Work begins when it is changed; the old one is dead at once.',
    present: 'Present passphrase',
    change: 'Change and begin',
  },
  refusal: {
    'duties-exclude': "These roles can't be on one person. Nothing was changed.",
    'still-in-hands':
      "Something is still in this person's hands and has to be given over first. Nothing was changed.",
    'last-admin':
      'This is the last person who can manage people; role and login stay. Make somebody else centre head first.',
    'last-key':
      'Nobody else holds the archive key. Give it to somebody first, or use the recovery card for the passphrase.',
    'change-first': 'The passphrase somebody else chose has not been changed yet. Give the key after that.',
    'still-holds-key': 'This person still holds the archive key. A holder has to take it back first.',
    'no-login': 'This person has no login. Give one first.',
    'has-login': 'This person has a login already.',
    'has-left': 'This person has left. Bring him back first.',
    'reset-self': 'Change your own passphrase under "My passphrase".',
    'drop-login-first': 'This person can still log in. Take the login away first.',
    'login-ended': 'This login was taken away and unlocks nothing. Ask the centre head.',
    'passphrase-temporary': 'Choose a passphrase of your own first.',
  },
  reason: {
    'keeper-and-wealth-manager':
      "A keeper can't be a wealth manager too: who keeps the dossiers doesn't work with them.",
    'keeper-and-lobby-manager':
      "A keeper can't be a lobby manager too: who keeps the dossiers doesn't work with them.",
    'keeper-and-centre-head':
      "A keeper can't be the centre head too: who approves doesn't open dossiers himself.",
    'keeper-owns-clients': 'Owns {{clients}} clients; give them over first.',
    'still-dossiers': '{{dossiers}} dossiers have not been returned.',
    'still-meetings': '{{meetings}} meetings have not ended.',
    'still-clients': 'Owns {{clients}} clients; give them over first.',
    'still-moves': '{{moves}} corrections of a wrong client asked for still wait for a supervisor.',
  },
} satisfies Texts<typeof zh>
