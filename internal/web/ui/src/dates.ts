// Dates as people read them. The API says a day as 2021-10-04.

const long = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** A day in words, such as "4 October 2021"; what is no day stays as it is. */
export function inWords(day: string): string {
  const date = new Date(day + "T00:00:00Z");
  return Number.isNaN(date.getTime()) ? day : long.format(date);
}

/** The years from one day to another, such as "2019–2023". */
export function years(first: string, last: string): string {
  const [from, to] = [first.slice(0, 4), last.slice(0, 4)];
  return from === to ? from : `${from}–${to}`;
}
