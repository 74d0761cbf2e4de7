import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'

// check K14: what is left in the memory of a process that outlives the desk.

const chunk = 8 * 1024 * 1024

/** Only Linux shows the memory of another process as a file. */
export const showsMemory = (pid: number): boolean => existsSync(`/proc/${pid}/mem`)

const readable = (pid: number): { readonly from: number; readonly to: number }[] =>
  readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) r/.exec(line) ?? []
      const isKernels = /\[v(var|syscall|dso|var_vclock)\]$/.test(line)
      return from === '' || isKernels ? [] : [{ from: parseInt(from, 16), to: parseInt(to, 16) }]
    })

/** How often each of these bytes stands in the process's memory. */
export const hitsIn = (pid: number, needles: Readonly<Record<string, Buffer>>): Record<string, number> => {
  const longest = Math.max(...Object.values(needles).map((needle) => needle.length))
  const hits = Object.fromEntries(Object.keys(needles).map((name) => [name, 0]))
  const bytes = Buffer.alloc(chunk)
  const descriptor = openSync(`/proc/${pid}/mem`, 'r')
  try {
    for (const { from, to } of readable(pid))
      // Chunks overlap, so that nothing hides on a border; what stands in both counts twice, which harms no zero.
      for (let at = from; at < to; at += chunk - longest) {
        const got = readPart(descriptor, bytes, at, Math.min(chunk, to - at))
        const part = bytes.subarray(0, got)
        for (const [name, needle] of Object.entries(needles))
          hits[name] = (hits[name] ?? 0) + countIn(part, needle)
      }
  } finally {
    closeSync(descriptor)
  }
  return hits
}

const countIn = (part: Buffer, needle: Buffer): number => {
  let count = 0
  for (let at = part.indexOf(needle); at >= 0; at = part.indexOf(needle, at + 1)) count += 1
  return count
}

// A page may have gone since the list was read: what can't be read any more holds nothing.
const readPart = (descriptor: number, bytes: Buffer, at: number, length: number): number => {
  try {
    return readSync(descriptor, bytes, 0, length, at)
  } catch {
    return 0
  }
}
