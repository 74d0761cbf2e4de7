/** One line of the audit chain. No client data: actions and ids only; `detail` is stored as its keyed hash. */
export type AuditEntry = {
  /** noun.past-participle, e.g. `client.revealed` */
  readonly action: string
  /** `client:17`, `encounter:3`; empty for the vault itself */
  readonly object: string
  readonly detail?: string
}
