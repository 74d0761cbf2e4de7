import type { WriteCall } from '../desk/call.ts'

/** What hangs on a household: its figures, consents and every statement computed from them, a preview on the screen too. */
export const householdChanged = (call: Pick<WriteCall, 'notify'>, householdId: number): void => {
  for (const topic of [`household:${householdId}`, 'figure', 'consent', 'statement', 'printout'])
    call.notify(topic)
}
