// Tables as files for spreadsheets, as the API itself writes them.

/** What a spreadsheet takes a formula to begin with, or passes over before one. */
const formula = /^[=+\-@\t\r\n]/;

function field(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = formula.test(value) ? "'" + value : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV. What records say is kept from being taken for a formula. */
export const csvOf = (rows: (string | number)[][]) => rows.map((row) => row.map(field).join(",") + "\r\n").join("");
