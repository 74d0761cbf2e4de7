import type { IntakePreview } from '../../shared/intake/contract.ts'

/** A colleague's id as the select knows it, a new colleague, or nobody. */
export type OwnerChoice = `${number}` | 'new' | 'nobody'

export type OwnerChoices = Readonly<Record<string, OwnerChoice | undefined>>

type Sent = { readonly name: string; readonly staffId: number | 'new' | null }

/** The colleagues the desk already knows by name. */
export const knownChoices = ({ owners }: IntakePreview): OwnerChoices =>
  Object.fromEntries(
    owners.flatMap(({ name, staffId }) => (staffId === null ? [] : [[name, `${staffId}` as const]])),
  )

const staffIdOf = (choice: OwnerChoice): Sent['staffId'] => {
  if (choice === 'nobody') return null
  return choice === 'new' ? 'new' : Number(choice)
}

/** What goes to the desk; null while a name is still open. */
export const ownersToSend = ({ owners }: IntakePreview, choices: OwnerChoices): Sent[] | null => {
  const sent: Sent[] = []
  for (const { name } of owners) {
    if (name === '') continue
    const choice = choices[name]
    if (choice === undefined) return null
    sent.push({ name, staffId: staffIdOf(choice) })
  }
  return sent
}
