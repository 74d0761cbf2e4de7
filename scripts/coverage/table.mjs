// docs/coverage.md as data: one table row per requirement.

/** @typedef {{ readonly id: string, readonly fit: string, readonly state: string, readonly place: string,
 *   readonly procedure: string, readonly test: string, readonly line: number }} Row */

const header = ['id', 'fit', 'state', 'place', 'procedure', 'test']

/** Number of requirements in each group; the ids run from 01 upwards without gaps. */
const groups =
  'ID 37, DM 13, CM 31, BH 16, AC 7, CP 14, RM 48, FU 14, AR 13, LS 15, MP 7, CT 22, FT 13, ' +
  'RA 5, PL 16, PA 13, SU 8, CA 12, CL 10, ST 10, FD 11, SV 10, TR 13, RK 8, AN 5, SE 5'

/** Every id, in the order of the groups. */
export const allIds = groups.split(', ').flatMap((entry) => {
  const [group, count] = entry.split(' ')
  return Array.from({ length: Number(count) }, (_, index) => `${group}-${String(index + 1).padStart(2, '0')}`)
})

/** How many of them are ●. */
export const coreCount = 287

/** @param {string} line */
const cellsOf = (line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

/** @param {string} text @returns {readonly Row[]} */
export const readTable = (text) =>
  text.split('\n').flatMap((line, index) => {
    const cells = cellsOf(line)
    if (!/^[A-Z]{2}-\d+$/.test(cells[0] ?? '')) return []
    if (cells.length !== header.length)
      throw new Error(`docs/coverage.md:${index + 1} has ${cells.length} cells`)
    const [id = '', fit = '', state = '', place = '', procedure = '', test = ''] = cells
    return [{ id, fit, state, place, procedure, test, line: index + 1 }]
  })

/** Several values in one cell. @param {string} cell */
export const valuesOf = (cell) =>
  cell
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '')
