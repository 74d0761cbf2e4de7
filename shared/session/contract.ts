import { z } from 'zod'
import { damagedPagesSchema } from '../audit/damaged-pages.ts'
import { open, act, read } from '../procedure.ts'
import { rights, roles } from '../staff/rights.ts'

/** A door of the vault, as its header names it. */
export const slotIdSchema = z.string().regex(/^[0-9a-f]{16}$/)

const roleSchema = z.enum(roles)

/** One line of the unlock screen. Readable before unlock: only names of staff, never a client. */
export const doorSchema = z.object({
  slotId: slotIdSchema,
  name: z.string(),
  waitSeconds: z.number(),
  /** First letters of the name as it is read aloud, so that one key picks a person. */
  initials: z.string(),
  /** How many tries the quick door still gives; null where there is none. */
  pinTries: z.number().nullable(),
})

/** Why a vault is only read: `session.readOnly.<why>` says what to do. */
const readOnlySchema = z.enum(['disk-full'])
export type ReadOnly = z.infer<typeof readOnlySchema>

export const sessionSchema = z.object({
  staffId: z.number(),
  name: z.string(),
  roles: z.array(roleSchema),
  rights: z.array(z.enum(rights)),
  book: z.enum(['main', 'sample']),
  /** A first or temporary passphrase: it is changed before anything else. */
  mustChange: z.boolean(),
  samplePassphrase: z.string().nullable(),
  cardConfirmed: z.boolean(),
  /** The PC's clock stands more than five minutes before the last thing that was recorded. */
  clockSuspect: z.boolean(),
  /** Everything can be read and nothing saved, and why; null in every other session. */
  readOnly: readOnlySchema.nullable(),
  bank: z.string(),
  branch: z.string(),
  today: z.string(),
  zone: z.string(),
  idleMinutes: z.number(),
  /** Where this person was when the screen was locked: a route and the field that had the focus. */
  place: z.object({ route: z.string(), field: z.string() }).nullable(),
})

export type SessionView = z.infer<typeof sessionSchema>

/** What stands in the way of the vault, each with its own words at the door (`restore.trouble.<name>`). */
export const troubles = [
  'header',
  'database-missing',
  'everything-missing',
  'half-restored',
  'database',
  'foreign',
  'pages',
  'newer-header',
  'newer-database',
  'folder-linked',
  'folder-synced',
  'folder-on-network',
  'folder-read-only',
  'disk-full',
] as const

export type Trouble = (typeof troubles)[number]

export const deskStateSchema = z.object({
  state: z.enum(['none', 'locked', 'open', 'damaged', 'newer', 'in-use']),
  trouble: z.enum(troubles).nullable(),
  /** Which pages of the database can't be read, as far as the last check found them. */
  damage: damagedPagesSchema.nullable(),
  /** Whether a backup may take this place: there is no vault here, or none that can be used. */
  mayRestore: z.boolean(),
  /** Who holds the vault when it is in use elsewhere; else empty. */
  heldBy: z.string(),
  bank: z.string(),
  branch: z.string(),
  doors: z.array(doorSchema),
  /** Who was unlocked last on this PC since it was started; else nobody. */
  lastDoor: slotIdSchema.nullable(),
  hasSample: z.boolean(),
  language: z.enum(['zh-CN', 'en']),
  session: sessionSchema.nullable(),
})

const passphrase = z.string().min(1).max(512)
const pin = z.string().regex(/^[0-9]{6}$/)
const shortName = z.string().trim().min(1).max(60)

/** The card's 24 words and its code, shown once; four of its places are asked back. */
const cardSchema = z.object({
  words: z.array(z.string()),
  code: z.string(),
  ask: z.array(z.number().int().min(1).max(24)),
})

export const sessionContract = {
  state: open('read').output(deskStateSchema),
  create: open('act')
    .input(z.object({ bank: shortName, branch: shortName, name: shortName, passphrase }))
    .output(cardSchema),
  confirmCard: act(null)
    .input(z.object({ answers: z.array(z.object({ place: z.number().int(), word: z.string() })) }))
    .output(z.object({ wrongPlaces: z.array(z.number()) })),
  /** Whether whoever asks can make a new card, and who can: the holders of the archive key. */
  card: read(null).output(z.object({ mayRenew: z.boolean(), makers: z.array(z.string()) })),
  /** A new card replaces an unconfirmed or lost one; the old one is dead at once. Needs the present passphrase. */
  renewCard: act(null).input(z.object({ passphrase })).output(cardSchema),
  unlock: open('act')
    .input(z.object({ slotId: slotIdSchema, passphrase, book: z.enum(['main', 'sample']).default('main') }))
    .output(sessionSchema),
  unlockWithCard: open('act')
    .input(z.object({ card: z.string().min(1).max(400), slotId: slotIdSchema, newPassphrase: passphrase }))
    .output(sessionSchema),
  changePassphrase: act(null)
    .input(z.object({ old: passphrase, next: passphrase }))
    .output(z.object({})),
  /** One's own quick door: whether this PC can have one, until when it stands, whether to offer one (once). */
  quick: read(null).output(
    z.object({ possible: z.boolean(), until: z.number().nullable(), isOffered: z.boolean() }),
  ),
  /** A PIN for the rest of the day. The passphrase is asked for when it wasn't typed just now. */
  setPin: act(null)
    .input(z.object({ pin, passphrase: passphrase.optional() }))
    .output(z.object({ until: z.number() })),
  dropPin: act(null).output(z.object({})),
  unlockQuick: open('act')
    .input(z.object({ slotId: slotIdSchema, pin }))
    .output(sessionSchema),
  me: read(null).output(sessionSchema),
  /** Real key or pointer input happened; at most every 15 s. */
  touch: read(null)
    .input(z.object({ meeting: z.boolean() }))
    .output(z.object({})),
  place: act(null)
    .input(z.object({ route: z.string().max(200), field: z.string().max(120) }))
    .output(z.object({})),
  /** Ends the desk process. The reply is the last thing it says. */
  lock: act(null).output(z.object({})),
  openSample: open('act').output(sessionSchema),
  removeSample: open('act').output(z.object({})),
  setLanguage: open('act')
    .input(z.object({ language: z.enum(['zh-CN', 'en']) }))
    .output(z.object({})),
}
