import { wellFormed } from './event.ts'
import { meetingMachine } from './machine.ts'
import { stepSchema } from './step.ts'

const targetsOf = (step: string, type: string): readonly string[] => {
  const state = Object.entries(meetingMachine.states).find(([key]) => key === step)?.[1]
  const found = Object.entries(state?.on ?? {}).find(([key]) => key === type)?.[1] ?? []
  return found.map((transition) => transition.target?.[0]?.key ?? step)
}

// Going back and the ways out would hide the path; they are said in words under the picture.
const aside = ['step.reopened', 'client.left-early', 'meeting.aborted', 'meeting.postponed', 'meeting.moved']

/** The machine as a picture in text, drawn from the machine itself. */
export const diagram = (): string => {
  const edges = stepSchema.options.flatMap((step) =>
    wellFormed(step)
      .filter(({ type }) => !aside.includes(type))
      .flatMap(({ type }) =>
        targetsOf(step, type)
          .filter((target) => target !== step && stepSchema.safeParse(target).success)
          .map((target) => `  ${step} --> ${target}: ${type}`),
      ),
  )
  return ['stateDiagram-v2', '  [*] --> scheduled', ...new Set(edges)].join('\n')
}
