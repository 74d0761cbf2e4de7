import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { getShortestPaths } from 'xstate/graph'
import { describe, expect, it } from 'vitest'
import { diagram } from '../../../shared/encounter/diagram.ts'
import type { MeetingEvent } from '../../../shared/encounter/event.ts'
import { wellFormed } from '../../../shared/encounter/event.ts'
import { meetingMachine } from '../../../shared/encounter/machine.ts'
import { stepSchema } from '../../../shared/encounter/step.ts'

const page = fileURLToPath(new URL('../../../docs/meeting.md', import.meta.url))

const answersIn: Readonly<Record<string, readonly string[]>> = {
  preparing: ['goal', 'privacy'],
  greeting: ['second-sign', 'purpose'],
  planning: ['areas'],
  reviewing: ['lesson'],
}

// Events that change neither the step nor what a rule asks for, or lead back, would only multiply the paths.
const aside = ['step.reopened', 'meeting.moved', 'meeting.suspended', 'answer.given']

const clipped = (fact: unknown): unknown => (typeof fact === 'number' ? Math.max(0, Math.min(fact, 1)) : fact)

describe('the paths through a meeting', () => {
  it('reach every step from the appointment on, by events that can happen', () => {
    const paths = getShortestPaths(meetingMachine, {
      events: ({ context: { at } }): MeetingEvent[] => [
        ...wellFormed(at).filter(({ type }) => !aside.includes(type)),
        ...(answersIn[at] ?? []).map((field): MeetingEvent => ({
          type: 'answer.given',
          step: at,
          field,
          filled: true,
          signMatches: true,
        })),
      ],
      serializeState: ({ value, context }) => JSON.stringify([value, ...Object.values(context).map(clipped)]),
      limit: 20_000,
    })
    const reached = new Set(paths.map(({ state }) => state.context.at))
    expect([...reached].sort()).toEqual([...stepSchema.options].sort())
    const reviews = paths.filter(({ state }) => state.context.at === 'reviewing')
    expect(reviews.every(({ state }) => state.context.contactSettled)).toBe(true)
    const intents = paths.filter(({ state }) => state.context.intents > 0)
    expect(intents.length).toBeGreaterThan(0)
    expect(intents.every(({ state }) => state.context.needs > 0)).toBe(true)
  })

  it('are drawn in the docs as the machine is', () => {
    const drawn = `\`\`\`mermaid\n${diagram()}\n\`\`\``
    if (process.env['ZHIYIN_DRAW'] === '1') {
      const text = readFileSync(page, 'utf8')
      writeFileSync(page, text.replace(/```mermaid[\s\S]*?```/, drawn))
    }
    expect(readFileSync(page, 'utf8')).toContain(drawn)
  })
})
