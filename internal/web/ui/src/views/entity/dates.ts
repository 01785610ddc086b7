// Dates as people read them. A record may know only a month or a year.

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** "2021-10-04" as "4 October 2021", "2021-10" as "October 2021". */
export function dateText(date: string | null | undefined): string {
  if (!date) return "date not stated";
  const at = new Date(date);
  if (Number.isNaN(at.getTime()) || date.length < 7) return date;
  return (date.length < 10 ? month : day).format(at);
}
