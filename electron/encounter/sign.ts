import type { Client } from '../../shared/client/model.ts'

/**
 * The second sign, read from the document the client shows: `birth:1959-08-17` or `tail:5962`. `unseen` counts only
 * for somebody of whom neither is known.
 */
export const signMatches = (client: Pick<Client, 'birthDate' | 'documentNumber'>, value: string): boolean => {
  const [kind, text = ''] = value.split(':')
  if (kind === 'birth') return client.birthDate !== null && text === client.birthDate
  if (kind === 'tail')
    return (
      client.documentNumber.length >= 4 &&
      text.toUpperCase() === client.documentNumber.slice(-4).toUpperCase()
    )
  return kind === 'unseen' && client.birthDate === null && client.documentNumber === ''
}

/** What is kept of it: which sign it was, never the digits. */
export const keptSign = (value: string): string => value.split(':')[0] ?? ''
