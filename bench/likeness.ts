type Raw = { pixels: Buffer; width: number; height: number }

const side = 8
const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2]

/** Mean structural similarity (SSIM) of brightness over squares of 8 pixels; 1 is the same picture. Both RGB, same size. */
export function likeness(one: Raw, other: Raw): number {
  const [a, b] = [brightness(one), brightness(other)]
  let sum = 0
  let count = 0
  for (let y = 0; y + side <= one.height; y += side) {
    for (let x = 0; x + side <= one.width; x += side, count++) sum += squareLikeness(a, b, y * one.width + x, one.width)
  }
  return sum / count
}

function squareLikeness(a: Float32Array, b: Float32Array, start: number, stride: number): number {
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0]
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = start + row * stride + column
      const [pixelA, pixelB] = [a[at] ?? 0, b[at] ?? 0]
      sumA += pixelA
      sumB += pixelB
      sumAA += pixelA * pixelA
      sumBB += pixelB * pixelB
      sumAB += pixelA * pixelB
    }
  }
  const n = side * side
  const [meanA, meanB] = [sumA / n, sumB / n]
  const [varianceA, varianceB, together] = [sumAA / n - meanA ** 2, sumBB / n - meanB ** 2, sumAB / n - meanA * meanB]
  return (
    ((2 * meanA * meanB + c1) * (2 * together + c2)) / ((meanA ** 2 + meanB ** 2 + c1) * (varianceA + varianceB + c2))
  )
}

function brightness({ pixels, width, height }: Raw): Float32Array {
  const values = new Float32Array(width * height)
  for (let place = 0; place < values.length; place++) {
    const [red, green, blue] = [pixels[place * 3] ?? 0, pixels[place * 3 + 1] ?? 0, pixels[place * 3 + 2] ?? 0]
    values[place] = 0.299 * red + 0.587 * green + 0.114 * blue
  }
  return values
}
