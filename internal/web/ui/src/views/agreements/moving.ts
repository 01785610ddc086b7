// How keys move through a grid, as the ARIA pattern of a grid has it.

export interface Place {
  row: number;
  column: number;
}

/** Rows that a page key moves. */
const page = 10;

/** Where a key leads from a place of a grid that begins at 0, 0; undefined if it is not for moving. */
export function moved(from: Place, key: string, control: boolean, last: Place): Place | undefined {
  const to = target(from, key, control, last);
  return to && { row: within(to.row, last.row), column: within(to.column, last.column) };
}

const within = (n: number, last: number) => Math.max(0, Math.min(last, n));

function target({ row, column }: Place, key: string, control: boolean, last: Place): Place | undefined {
  switch (key) {
    case "ArrowUp":
      return { row: row - 1, column };
    case "ArrowDown":
      return { row: row + 1, column };
    case "ArrowLeft":
      return { row, column: column - 1 };
    case "ArrowRight":
      return { row, column: column + 1 };
    case "PageUp":
      return { row: row - page, column };
    case "PageDown":
      return { row: row + page, column };
    case "Home":
      return { row: control ? 0 : row, column: 0 };
    case "End":
      return { row: control ? last.row : row, column: last.column };
  }
  return undefined;
}
