// How a bench decides, kept apart from what it measures so that it can be tested: a bench must not be able to lie.

/** One round: what was measured, beside the floor measured right next to it. */
export type Round = { readonly value: number; readonly floor: number }

export type Goal = {
  readonly id: string
  readonly what: string
  /** The figure that counts: value ÷ floor, value − floor, or the value itself. */
  readonly as: 'ratio' | 'surplus' | 'value'
  readonly goal: number
  /** Allowed beyond the goal, with the reason that was measured. */
  readonly accept?: { readonly limit: number; readonly why: string }
  /** Throughput: the more the better. Everything else is a duration or a size. */
  readonly atLeast?: boolean
  /** What value and floor are counted in. */
  readonly unit: 'ms' | 'MB/s' | 'bytes'
  readonly floor: string
  /** A size doesn't shake with the machine. */
  readonly steady?: boolean
}

export type Verdict = 'met' | 'accepted' | 'missed' | 'noisy'

export type Outcome = {
  readonly id: string
  readonly what: string
  readonly figure: number
  readonly goal: number
  readonly accept: number | null
  readonly unit: string
  readonly value: number
  readonly floor: number
  readonly floorIs: string
  readonly rounds: number
  readonly spread: readonly [number, number]
  readonly verdict: Verdict
  readonly note: string
}

/** Nine that count, after the first was dropped. */
export const leastRounds = 9

export const median = (list: readonly number[]): number => {
  const sorted = list.toSorted((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** The value a share of all lies at or below. */
export const quantile = (list: readonly number[], share: number): number => {
  const sorted = list.toSorted((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

const figureOf = ({ as }: Goal, { value, floor }: Round): number =>
  as === 'ratio' ? value / floor : as === 'surplus' ? value - floor : value

const reaches = (figure: number, limit: number, atLeast: boolean): boolean =>
  atLeast ? figure >= limit : figure <= limit

/** A floor that itself shook more than twofold measured the machine's other work, not the product. */
export const isNoisy = (rounds: readonly Round[]): boolean => {
  const floors = rounds.map(({ floor }) => floor)
  return Math.max(...floors) / Math.min(...floors) > 2
}

const verdictOf = (goal: Goal, rounds: readonly Round[], figure: number): Verdict => {
  if (rounds.length < (goal.steady ? 1 : leastRounds) || !Number.isFinite(figure)) return 'missed'
  if (!goal.steady && isNoisy(rounds)) return 'noisy'
  if (reaches(figure, goal.goal, goal.atLeast ?? false)) return 'met'
  return goal.accept && reaches(figure, goal.accept.limit, goal.atLeast ?? false) ? 'accepted' : 'missed'
}

/** The median of the per-round figures decides; rounds that were not run never count as reached. */
export const judge = (goal: Goal, rounds: readonly Round[]): Outcome => {
  const figures = rounds.map((round) => figureOf(goal, round))
  const figure = median(figures)
  const verdict = verdictOf(goal, rounds, figure)
  return {
    id: goal.id,
    what: goal.what,
    figure,
    goal: goal.goal,
    accept: goal.accept?.limit ?? null,
    unit: goal.as === 'ratio' ? '×' : goal.unit,
    value: median(rounds.map(({ value }) => value)),
    floor: median(rounds.map(({ floor }) => floor)),
    floorIs: `${goal.floor}, ${goal.unit}`,
    rounds: rounds.length,
    spread: [Math.min(...figures), Math.max(...figures)],
    verdict,
    note: verdict === 'accepted' ? (goal.accept?.why ?? '') : '',
  }
}

type Probe = () => number | Promise<number>

/**
 * Rounds of the same probes, one after the other, beginning with another one each time; the first round warms up and is
 * dropped. Gives per probe one number a round.
 */
export const interleave = async <Name extends string>(
  probes: Readonly<Record<Name, Probe>>,
  wanted = leastRounds,
): Promise<Readonly<Record<Name, readonly number[]>>> => {
  const names = Object.keys(probes) as Name[]
  const seen = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round <= wanted; round += 1) {
    const turned = names.map((_, at) => names[(at + round) % names.length] as Name)
    for (const name of turned) {
      const measured = await probes[name]()
      if (round > 0) seen[name].push(measured)
    }
  }
  return seen
}

export const pair = (values: readonly number[], floors: readonly number[]): readonly Round[] =>
  values.map((value, at) => ({ value, floor: floors[at] ?? Number.NaN }))

/** How long it took, in milliseconds. */
export const timed = async (work: () => unknown): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export const timedSync = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Whatever a bench claims to be fast must also have been right. */
export const mustHold = (isTrue: boolean, what: string): void => {
  if (!isTrue) throw new Error(`the bench measured something wrong: ${what}`)
}

/** A part of the bench: which goals it speaks about, and how it measures them all in one run. */
export type Part = {
  readonly ids: readonly string[]
  readonly run: (bench: Bench) => Promise<readonly Outcome[]>
}

export type Bench = {
  /** A book of this many clients, made through the product's import. */
  readonly book: (clients: number) => Promise<Book>
  readonly large: number | null
  readonly folder: (name: string) => string
}

export type Book = { readonly clients: number; readonly dataFolder: string; readonly passphrase: string }
