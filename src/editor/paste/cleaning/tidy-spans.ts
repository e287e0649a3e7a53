import { type Cell, mostColumns, type Row } from '../../../word-files/rules/index.ts'

type Placed = { cell: Cell; row: number; column: number; rows: number; columns: number }

/** Every row as wide as the widest, and no cell over more places than there are: offices merge with columns that nobody sees. */
export function tidySpans(rows: Row[]): Row[] {
  const placed = place(rows)
  const columns = [...new Set(placed.map(({ column }) => column))].sort((a, b) => a - b)
  const lines = [...new Set(placed.map(({ row }) => row))].sort((a, b) => a - b)
  const shown = placed.map((each) => ({
    ...each,
    rows: countBetween(lines, each.row, each.row + each.rows),
    columns: countBetween(columns, each.column, each.column + each.columns),
  }))
  return lines.map((line, at): Row => {
    const covered = shown.filter(({ row, rows }) => lines.indexOf(row) <= at && at < lines.indexOf(row) + rows)
    const missing = columns.length - covered.reduce((sum, each) => sum + each.columns, 0)
    const cells = shown.filter(({ row }) => row === line).map(({ cell, rows, columns }) => ({ ...cell, rows, columns }))
    return { isHead: rows[line]?.isHead ?? false, cells: [...cells, ...emptyCells(missing)] }
  })
}

/** Where each cell begins and how far it reaches without covering another. */
function place(rows: Row[]): Placed[] {
  const taken = rows.map(() => new Set<number>())
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell): Placed[] => {
      const line = taken[row] ?? new Set()
      let column = 0
      while (line.has(column)) column++
      let columns = 1
      while (columns < cell.columns && column + columns < mostColumns && !line.has(column + columns)) columns++
      const below = Math.max(1, Math.min(cell.rows, rows.length - row))
      for (const other of taken.slice(row, row + below)) {
        for (let right = 0; right < columns; right++) other.add(column + right)
      }
      return [{ cell, row, column, rows: below, columns }]
    }),
  )
}

const countBetween = (sorted: number[], from: number, to: number) =>
  sorted.filter((each) => each >= from && each < to).length

const emptyCells = (count: number): Cell[] =>
  Array.from({ length: Math.max(0, count) }, () => ({ blocks: [], columns: 1, rows: 1 }))
