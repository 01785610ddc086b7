// Tables as files for spreadsheets, as the API itself writes them.

/** What a spreadsheet takes a formula to begin with, or passes over before one. */
const formula = /^[=+\-@\t\r\n]/;

function field(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = formula.test(value) ? "'" + value : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV. What records say is kept from being taken for a formula. */
export const sheetOf = (rows: (string | number)[][]) => rows.map((row) => row.map(field).join(",") + "\r\n").join("");

/** Hands a text to the reader as a file. */
export function save(name: string, text: string, type = "text/csv"): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // the browser reads it after the click
}
