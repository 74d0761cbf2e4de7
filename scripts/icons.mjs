// Draws the program's icons: the seal 知音, white on seal red. `node scripts/icons.mjs` after a change of the look.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root } from './bootstrap/prepare.mjs'
import { icnsOf, icoOf } from './pack/icon-files.mjs'

await prepare(import.meta.url)
const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas')

// The look's seal and paper (renderer/theme/tokens.ts).
const seal = '#AD3526'
const paper = '#FCFAF5'

// The face comes in some hundred pieces; each character has its own, so each gets a family of its own.
const fonts = join(root, 'node_modules/@fontsource/noto-sans-sc')
const style = readFileSync(join(fonts, '700.css'), 'utf8')

/** @param {string} sign @param {string} ranges as in `U+4E00-4E08,U+4E0A` */
const holds = (sign, ranges) =>
  ranges.split(',').some((range) => {
    const [from = 0, to = from] = range
      .trim()
      .slice(2)
      .split('-')
      .map((code) => Number.parseInt(code, 16))
    const code = sign.codePointAt(0) ?? 0
    return code >= from && code <= to
  })

for (const sign of ['知', '音']) {
  const faces = [...style.matchAll(/url\(\.\/([^)]+\.woff2)\)[^}]*unicode-range:\s*([^;}]+)/g)]
  const [, file = ''] = faces.find(([, , ranges = '']) => holds(sign, ranges)) ?? []
  GlobalFonts.registerFromPath(join(fonts, file), `Seal ${sign}`)
}

/** Small sizes hold one character, larger ones the two of a name seal with its inner line. @param {number} size */
const draw = (size) => {
  const canvas = createCanvas(size, size)
  const pen = canvas.getContext('2d')
  const edge = size * 0.04
  pen.fillStyle = seal
  pen.beginPath()
  pen.roundRect(edge, edge, size - 2 * edge, size - 2 * edge, size * 0.14)
  pen.fill()
  pen.fillStyle = paper
  pen.textAlign = 'center'
  pen.textBaseline = 'alphabetic'
  if (size < 48) {
    pen.font = `700 ${size * 0.72}px "Seal 知"`
    pen.fillText('知', size / 2, size * 0.765)
    return canvas.toBuffer('image/png')
  }
  pen.strokeStyle = paper
  pen.lineWidth = Math.max(1, size * 0.018)
  pen.beginPath()
  pen.roundRect(size * 0.1, size * 0.1, size * 0.8, size * 0.8, size * 0.09)
  pen.stroke()
  pen.font = `700 ${size * 0.37}px "Seal 知"`
  pen.fillText('知', size / 2, size * 0.462)
  pen.font = `700 ${size * 0.37}px "Seal 音"`
  pen.fillText('音', size / 2, size * 0.822)
  return canvas.toBuffer('image/png')
}

const pictures = [16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => ({ size, png: draw(size) }))
const place = join(root, 'resources/packaging')
mkdirSync(join(place, 'icons'), { recursive: true })
for (const { size, png } of pictures.filter(({ size }) => size !== 24 && size <= 512))
  writeFileSync(join(place, 'icons', `${size}x${size}.png`), png)
writeFileSync(join(place, 'icon.ico'), icoOf(pictures.filter(({ size }) => size <= 256)))
writeFileSync(join(place, 'icon.icns'), icnsOf(pictures))
