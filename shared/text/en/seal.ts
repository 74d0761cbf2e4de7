import type { Texts } from '../texts.ts'
import type { seal as zh } from '../zh-CN/seal.ts'

export const seal: Texts<typeof zh> = {
  title: 'Sealed dossiers',
  place: 'Sealed',
  sealed: 'Dossier sealed',
  reason: {
    ended: 'Relation ended',
    hold: 'Hold',
    secrecy: 'The client’s wish for secrecy',
    inspection: 'Inspection',
  },
  field: {
    name: 'Client',
    number: 'Client number',
    dossier: 'Dossier number',
    owner: 'Manager',
    place: 'Cabinet',
    aum: 'Assets (as of)',
    reason: 'Reason',
    note: 'Further words',
    by: 'Proposed by',
    at: 'Time',
    sealedBy: 'Sealed',
    waiting: 'Waiting',
    retain: 'Kept until',
    why: 'Why it is sent back',
    open: 'Why it is opened',
    find: 'Find by full name, client number or dossier number',
    second: 'Somebody else who is here',
    passphrase: 'This person’s passphrase',
    card: 'The 24 characters of the recovery card',
  },
  hint: {
    note: 'These words stay in the register: nothing about the client.',
    find: 'Type it whole; a part finds nothing.',
    card: 'Only when this person holds no archive key. A new card is made at once after it was used.',
    second: 'This person types the own passphrase here.',
  },
  waitingRows: '{{n}} rows',
  proposals: {
    title: 'To be sealed',
    empty: 'No dossier waits to be sealed. Managers propose it on the client’s page under Identity.',
    own: 'Proposed by you; somebody else has to do it',
  },
  list: {
    title: 'Sealed',
    empty: 'No dossier is sealed.',
    none: 'Nothing found. Check the full name or the number.',
  },
  action: {
    propose: 'Propose sealing',
    withdraw: 'Withdraw',
    refuse: 'Send back',
    run: 'Seal',
    open: 'Open',
    emergency: 'Emergency opening',
    seen: 'I have seen this',
    toList: 'Go to Sealed',
  },
  propose: {
    lead: 'Once sealed, everything about this client leaves this place: identity, family, meetings, reports and what was printed. Only the keeper opens it again, with the archive key. The keeper does the sealing.',
    waits: 'Proposed for sealing: {{reason}}, {{by}}. Waits for the keeper.',
  },
  run: {
    lead: 'Everything about {{name}} ({{number}}) goes into a file only the archive key opens, and is then removed here. What stays: client number, masked name, manager, dossier number, cabinet, assets and their day, and how long it is kept.',
    earlier:
      'To be rid of them earlier, the head of the centre makes a new backup and removes the older ones.',
    done: 'Sealed: {{name}}.',
  },
  open: {
    lead: 'Everything about {{name}} ({{number}}) comes back, and the {{n}} rows that came meanwhile are applied in the order of their days.',
    done: 'Opened: {{name}}.',
  },
  emergency: {
    lead: 'Only when no keeper is here and it can’t wait. It takes you, somebody else who is here, and a reason; every keeper sees it at the next unlock until he says so.',
    told: '{{at}}: {{by}} and {{second}} opened {{name}} ({{number}}) in an emergency. Reason: {{reason}}',
    card: 'The recovery card was used and replaced.',
    newCard: 'The recovery card was used and is void. Keep the new one and have it checked.',
    next: 'It is kept, check it',
  },
  stub: {
    title: 'Dossier sealed',
    text: 'Sealed {{at}} by {{by}}: {{reason}}. Its contents are not here; ask the keeper to open it.',
    waiting: '{{n}} rows that came meanwhile are applied when it is opened.',
  },
  missing: {
    title: 'A sealed file is gone: {{name}} ({{number}})',
    text: 'The register has this sealed dossier, but its file is not in the vault’s folder “sealed”. Change nothing more and restore from a backup at once.',
  },
  certificate: {
    title: 'Certificate of sealing',
    subtitle: 'A client dossier sealed by key',
    item: 'Item',
    content: 'Content',
    keeper: 'Sealed by',
    head: 'Head of the centre',
    sum: 'Sum of the file',
    audit: 'Audit row',
    auditLine: 'No. {{seq}}, head {{head}}',
    copies: 'Older backups',
    note: 'The contents are in a file only the archive key opens, and nowhere else. Nothing about the client stands here.',
    print: 'Certificate',
  },
  held: {
    none: 'No backup was found that still holds what was open before the sealing.',
    some: '{{count}} older backups still hold what was open before the sealing, at the latest until {{until}}.',
    stay: '{{count}} older backups still hold what was open before the sealing; some are incomplete and never go by themselves.',
    unknown: 'The second backup target can’t be reached now; how many are there is unknown.',
    elsewhere:
      'Backups once went to another second target that can’t be seen here; the head of the centre has to clear it.',
    quarantine:
      'A vault that a restore set aside may still hold what was open before the sealing, and the program never removes it. Once it is no longer needed, the head of the centre deletes in the vault’s folder: {{folders}}.',
  },
  copies: {
    title: 'Older backups',
    ask: 'Ask to remove older backups',
    asked: '{{by}} asked to remove older backups; the head of the centre decides.',
    run: 'Make a new backup, remove the older ones',
    lead: 'A new backup is made and checked first, then all older ones on this PC and on the second target are removed. No earlier day can be restored after that. A second target that can’t be reached keeps its own until the next time.',
    done: 'A new backup is made, the older ones are removed. What is left stands under Older backups.',
  },
  refusal: {
    'purge-asked': 'Somebody asked already; the head of the centre decides.',
    'purge-own': 'Whoever asked can’t do it; the head of the centre does.',
    already: 'This dossier is sealed already. Nothing was changed.',
    meeting: 'A meeting with this client is running. End or suspend it first. Nothing was changed.',
    moving: 'A meeting waits for a supervisor to move it to the right client. Settle that first.',
    out: 'This dossier is checked out. It has to come back before it is sealed.',
    waiting: 'It was proposed already and waits for the keeper.',
    settled: 'This proposal was settled already. Please refresh.',
    own: 'Whoever proposed it can’t seal it; another keeper does.',
    'not-own': 'Only the one who proposed it can withdraw it.',
    'no-key':
      'You hold no archive key, so the sealed file doesn’t open. A keeper who holds it has to unlock and open it.',
    'second-self': 'The other person has to be somebody else.',
    'second-temporary':
      'Somebody else chose this person’s passphrase. It has to be changed by the person first. Nothing was changed.',
    'given-lately':
      '{{name}}’s passphrase was set by somebody else or with the recovery card within a day. Ask another person, or wait a day. Nothing was changed.',
    'card-needed':
      'This person holds no archive key: the characters of the recovery card are needed as well. Nothing was changed.',
    'family-first':
      'Another dossier of this family was sealed later and has to be opened first. Nothing was changed.',
    newer: 'This dossier was sealed by a newer version. Please upgrade and open it then.',
  },
}
