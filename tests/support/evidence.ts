// What a test really did, written down while it runs; docs/coverage.md may only claim what stands here.
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One line of evidence: the test's full name and the procedure it called or the place it showed. */
export type Evidence =
  { readonly test: string; readonly procedure: string } | { readonly test: string; readonly route: string }

export const evidenceFolder = fileURLToPath(new URL('../../node_modules/.cache/evidence', import.meta.url))

const seen = new Set<string>()

const record = (evidence: Evidence): void => {
  const line = JSON.stringify(evidence)
  if (seen.has(line)) return
  seen.add(line)
  mkdirSync(evidenceFolder, { recursive: true })
  appendFileSync(join(evidenceFolder, `${process.pid}.ndjson`), `${line}\n`)
}

/** `procedure` as it is called on the wire: `client.get`. */
export const recordProcedure = (test: string, procedure: string): void => record({ test, procedure })

/** `route` with its parameters' names, not their values: `/client/:id`, `/print/:job`. */
export const recordRoute = (test: string, route: string): void => record({ test, route })
