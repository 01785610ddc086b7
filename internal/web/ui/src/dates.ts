// Dates as people read them. The API says a day as 2021-10-04, a month as 2021-10.

type Length = "long" | "short";

/** How days and months are written, with the names of months at either length. */
const forms = (length: Length) => ({
  day: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: length, year: "numeric", timeZone: "UTC" }),
  month: new Intl.DateTimeFormat("en-GB", { month: length, year: "numeric", timeZone: "UTC" }),
});
const [long, short] = [forms("long"), forms("short")];

function written(text: string, form: typeof long): string {
  const as = /^\d{4}-\d{2}-\d{2}$/.test(text) ? form.day : /^\d{4}-\d{2}$/.test(text) ? form.month : undefined;
  const date = new Date(text); // in these forms UTC, a month being its first day
  return as && !Number.isNaN(date.getTime()) ? as.format(date) : text;
}

/** A day or a month in words, such as "4 October 2021"; what is neither stays as it is. */
export const inWords = (text: string | null | undefined): string => (text ? written(text, long) : "date not stated");

/** The same as it fits a table: "4 Oct 2021", "Oct 2021". */
export const shortDate = (text: string): string => written(text, short);

/** The years from one day to another, such as "2019–2023". */
export function years(first: string, last: string): string {
  const [from, to] = [first.slice(0, 4), last.slice(0, 4)];
  return from === to ? from : `${from}–${to}`;
}
