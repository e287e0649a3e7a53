/** The mark by which Excel knows UTF-8. It stands once, before the first line of a file. */
export const csvStart = '\uFEFF'

/** One line of a CSV file (RFC 4180) with the break that ends it. Numbers stay numbers; a text is never a formula. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(withoutFormula(cell)))).join(',')}\r\n`
}

/**
 * A spreadsheet would run a text that begins like a formula; after an apostrophe it stays text. Where a comma parts whole
 * numbers from decimals, Excel takes the semicolon to part the cells of every CSV, so a cell may begin there too.
 */
const withoutFormula = (text: string): string => text.replace(/^(?=[=+\-@\t\r])|(?<=;)(?=[=+\-@\t\r])/g, "'")

const quoted = (text: string): string => (/[",;\r\n]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
