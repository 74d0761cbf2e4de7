import { expect, onTestFinished, test } from 'vitest'
import { openTestDesk } from '../support/desk.ts'
import { forkDesk } from '../support/forked-desk.ts'
import { addClient } from '../support/meeting.ts'

// A batch of dossiers is handed in and the power fails: all of them are with the keeper, or none is, numbers included.

const rounds = 4
const most = 40
const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

test('a hand-in that is cut off is whole or never was', async () => {
  const first = await openTestDesk({ at: '2026-11-25T17:00:00+08:00' })
  const clientIds = Array.from({ length: most }, () => addClient(first, '贺超文'))
  await first.lock()
  const { dataFolder } = first
  let given = 0
  for (let round = 0; round < rounds; round += 1) {
    const desk = await forkDesk({ dataFolder, at: '2026-11-25T17:10:00+08:00' })
    onTestFinished(() => desk.kill())
    const ended = desk.client.custody
      .handIn({ clientIds })
      .then(() => 'told' as const)
      .catch(() => 'cut' as const)
    await pause(4 + round * 14)
    await desk.kill()
    const told = await Promise.race([ended, pause(200).then(() => 'cut' as const)])
    const after = await openTestDesk({ dataFolder, at: '2026-11-25T17:20:00+08:00' })
    const { given: lines } = await after.client.custody.today()
    expect([0, most], `round ${round}`).toContain(lines.length)
    if (told === 'told') expect(lines).toHaveLength(most)
    expect(lines.map(({ dossierNumber }) => dossierNumber)).toEqual(
      lines.map((_, at) => `YH-2026-${String(at + 1).padStart(4, '0')}`),
    )
    const { rows } = await after.client.custody.register({ from: '2026-11-25', until: '2026-11-25' })
    // One line that opens and one that hands in for each, or nothing at all.
    expect(rows).toHaveLength(lines.length * 2)
    if (lines.length === most) given += 1
    await after.lock()
    if (given > 0) break
  }
}, 120_000)
