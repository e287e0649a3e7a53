const number = new Intl.NumberFormat('vi-VN')
const oneDecimal = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1, useGrouping: false })

/** `1.234.567,89`, at most three decimals. */
export function formatNumber(n: number): string {
  return number.format(n)
}

/** `184 KB`, `1,2 MB`: a kilobyte has 1024 bytes, as the file managers of our readers count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${number.format(bytes)} byte`
  const kilobytes = Math.round(bytes / 1024)
  if (kilobytes < 1024) return `${kilobytes} KB`
  const megabytes = tenths(bytes / 1024 ** 2)
  if (megabytes < 1024) return `${oneDecimal.format(megabytes)} MB`
  return `${oneDecimal.format(tenths(bytes / 1024 ** 3))} GB`
}

/** Rounded before it is compared, so that nothing is shown as 1.024 MB. */
function tenths(size: number): number {
  return Math.round(size * 10) / 10
}
