// Dates as people read them. The API says a day as 2021-10-04, a month as 2021-10.

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** A day or a month in words, such as "4 October 2021"; what is neither stays as it is. */
export function inWords(text: string | null | undefined): string {
  if (!text) return "date not stated";
  const form = /^\d{4}-\d{2}-\d{2}$/.test(text) ? day : /^\d{4}-\d{2}$/.test(text) ? month : undefined;
  const date = new Date(text); // in these forms UTC, a month being its first day
  return form && !Number.isNaN(date.getTime()) ? form.format(date) : text;
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
