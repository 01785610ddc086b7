// Dates as people write them. Records know some only to the month or the year.

const full = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const month = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/** "2021-10-04" as "4 Oct 2021", "2021-10" as "Oct 2021"; what is no date stays as it is. */
export function dateText(date: string): string {
  const parts = /^(\d{4})(-\d\d)?(-\d\d)?$/.exec(date);
  const day = new Date(date); // without a time of day it is midnight in UTC
  if (!parts?.[2] || Number.isNaN(day.getTime())) return date;
  return (parts[3] ? full : month).format(day);
}
