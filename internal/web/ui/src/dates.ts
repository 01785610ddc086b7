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

const short = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const month = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/**
 * A date as it fits a table, as precise as it is known: "2021-10-04" as "4 Oct 2021", "2021-10" as
 * "Oct 2021". What is no date stays as it is.
 */
export function shortDate(date: string): string {
  const parts = /^(\d{4})(-\d\d)?(-\d\d)?$/.exec(date);
  const day = new Date(date); // without a time of day it is midnight in UTC
  if (!parts?.[2] || Number.isNaN(day.getTime())) return date;
  return (parts[3] ? short : month).format(day);
}
