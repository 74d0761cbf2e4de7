import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import type { SentEvent } from '../../shared/encounter/sent.ts'
import type { EncounterView } from '../../shared/encounter/view.ts'
import { desk, deskQuery } from '../desk/desk.ts'
import { failureOf } from '../desk/desk-failure.ts'

type Send = {
  readonly send: (event: SentEvent) => Promise<EncounterView | null>
  /** A decision is on its way: its buttons rest. Answers don't count, or leaving a field would swallow the click. */
  readonly busy: boolean
  readonly saving: boolean
  readonly failure: Failure | null
  readonly clear: () => void
}

/** One event after the other: leaving a field and pressing a button at once are two, each with its own number. */
export const useSend = (view: EncounterView): Send => {
  const { id } = view
  const queries = useQueryClient()
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const seq = useRef(view.seq)
  useEffect(() => {
    seq.current = Math.max(seq.current, view.seq)
  }, [view.seq])
  const [waiting, setWaiting] = useState(0)
  const [deciding, setDeciding] = useState(0)
  const [failure, setFailure] = useState<Failure | null>(null)

  const count = (event: SentEvent, by: 1 | -1): void => {
    setWaiting((now) => now + by)
    if (event.type !== 'answer.given') setDeciding((now) => now + by)
  }

  const sendOne = async (event: SentEvent): Promise<EncounterView | null> => {
    try {
      const next = await desk.encounter.send({ id, seq: seq.current, event })
      seq.current = next.seq
      queries.setQueryData(deskQuery.encounter.get.queryKey({ input: { id } }), next)
      // The shelf and the client's face follow at once, not only with the next notice.
      void queries.invalidateQueries({ queryKey: deskQuery.encounter.shelf.key() })
      void queries.invalidateQueries({ queryKey: deskQuery.encounter.face.key() })
      setFailure(null)
      return next
    } catch (error) {
      setFailure(failureOf(error))
      await queries.invalidateQueries({ queryKey: deskQuery.encounter.get.key() })
      return null
    } finally {
      count(event, -1)
    }
  }

  const send = (event: SentEvent): Promise<EncounterView | null> => {
    count(event, 1)
    const turn = queue.current.then(() => sendOne(event))
    queue.current = turn
    return turn
  }
  return { send, busy: deciding > 0, saving: waiting > 0, failure, clear: () => setFailure(null) }
}
