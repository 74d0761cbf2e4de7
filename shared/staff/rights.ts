/** Who may do what. One table, used by the desk (to refuse) and by the window (to leave a thing out). */
export const rights = [
  'client.read',
  'client.edit',
  'client.reveal',
  'client.export',
  'intake.run',
  'encounter.lead',
  'encounter.supervise',
  'statement.print',
  'dossier.hand-in',
  'dossier.accept',
  'dossier.take-out',
  'dossier.request',
  'dossier.approve',
  'dossier.grant-loan',
  'dossier.register',
  'dossier.propose-seal',
  'dossier.seal',
  'dossier.open',
  'dossier.emergency',
  'staff.manage',
  'key.grant',
  'settings.edit',
  'audit.read',
  'backup.run',
  'vault.restore',
] as const

export type Right = (typeof rights)[number]

export const roles = [
  'centre-head',
  'supervisor',
  'wealth-manager',
  'lobby-manager',
  'archive-keeper',
] as const

export type Role = (typeof roles)[number]

const managerRights: readonly Right[] = [
  'client.read',
  'client.edit',
  'client.reveal',
  'encounter.lead',
  'statement.print',
  'dossier.hand-in',
  'dossier.take-out',
  'dossier.request',
  'dossier.register',
  'dossier.propose-seal',
]

export const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = {
  'centre-head': [
    'client.read',
    'client.reveal',
    'client.export',
    'intake.run',
    'encounter.supervise',
    'dossier.request',
    'dossier.approve',
    'dossier.grant-loan',
    'dossier.register',
    'dossier.propose-seal',
    'dossier.emergency',
    'staff.manage',
    'key.grant',
    'settings.edit',
    'audit.read',
    'backup.run',
    'vault.restore',
  ],
  supervisor: [
    'client.read',
    'client.reveal',
    'encounter.supervise',
    'dossier.request',
    'dossier.approve',
    'dossier.register',
    'audit.read',
  ],
  'wealth-manager': managerRights,
  'lobby-manager': ['client.read', 'dossier.hand-in', 'dossier.request'],
  'archive-keeper': [
    'dossier.accept',
    'dossier.register',
    'dossier.seal',
    'dossier.open',
    'key.grant',
    'audit.read',
  ],
}

/** The rights of a person with several roles: their union, in the table's order. */
export const rightsOf = (held: readonly Role[]): readonly Right[] =>
  rights.filter((right) => held.some((role) => rightsOfRole[role].includes(right)))
