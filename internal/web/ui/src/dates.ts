// Dates as people read them. The API says a day as 2021-10-04.

const long = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** A day in words, such as "4 October 2021", or a month, as "October 2021"; what is neither stays as it is. */
export function inWords(day: string | null | undefined): string {
  if (!day) return "date not stated";
  const date = new Date(day); // without a time of day it is midnight in UTC
  if (!/^\d{4}-\d\d(-\d\d)?$/.test(day) || Number.isNaN(date.getTime())) return day;
  return (day.length > "2021-10".length ? long : month).format(date);
}

/** The years from one day to another, such as "2019–2023". */
export function years(first: string, last: string): string {
  const [from, to] = [first.slice(0, 4), last.slice(0, 4)];
  return from === to ? from : `${from}–${to}`;
}
