import { z } from 'zod'

// Binary in JSON: {"$blob": "<base64>"} stands for a Blob, both ways.

const marked = z.strictObject({ $blob: z.base64(), type: z.string().max(100).optional() })

const mapObject = (value: object, each: (part: unknown) => unknown): unknown =>
  Array.isArray(value)
    ? value.map(each)
    : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, each(part)]))

/** Turns every marked place into a Blob; everything else is left as it is, for the schema to judge. */
export const withBlobs = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const { success, data } = marked.safeParse(value)
  if (!success) return mapObject(value, withBlobs)
  return new Blob([Buffer.from(data.$blob, 'base64')], data.type === undefined ? {} : { type: data.type })
}

/** The same back, for an answer that carries bytes. */
export const withoutBlobs = async (value: unknown): Promise<unknown> => {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Blob)
    return { $blob: Buffer.from(await value.arrayBuffer()).toString('base64'), type: value.type }
  if (Array.isArray(value)) return Promise.all(value.map(withoutBlobs))
  const parts = Object.entries(value).map(async ([key, part]) => [key, await withoutBlobs(part)] as const)
  return Object.fromEntries(await Promise.all(parts))
}
