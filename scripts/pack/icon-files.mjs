// The two container formats of program icons. Both hold plain PNG files behind a short table.

/** @typedef {{ readonly size: number, readonly png: Buffer }} Picture */

/** Windows: a directory of 16 bytes per picture; 0 stands for 256. @param {readonly Picture[]} pictures */
export const icoOf = (pictures) => {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let at = head.length
  pictures.forEach(({ size, png }, i) => {
    const entry = 6 + 16 * i
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** macOS names each size by four letters; those from `ic11` on are the doubled ones.
 * @type {Readonly<Record<string, number>>} */
const icnsSizes = { ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic13: 256, ic09: 512, ic14: 512, ic10: 1024 }

/** @param {string} name @param {Buffer} body */
const block = (name, body) => {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

/** @param {readonly Picture[]} pictures */
export const icnsOf = (pictures) =>
  block(
    'icns',
    Buffer.concat(
      Object.entries(icnsSizes).flatMap(([name, size]) => {
        const picture = pictures.find((one) => one.size === size)
        return picture === undefined ? [] : [block(name, picture.png)]
      }),
    ),
  )
