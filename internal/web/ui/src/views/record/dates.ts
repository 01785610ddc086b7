// Dates and times as they are read; a date may be a day, a month or a year.

/** "4 October 2021" for "2021-10-04", "October 2021" for "2021-10". */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split("-");
  if (!month) return date;
  return new Intl.DateTimeFormat("en-GB", {
    year: "numeric",
    month: "long",
    day: day ? "numeric" : undefined,
    timeZone: "UTC",
  }).format(new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`));
}

/** When a meeting was: "15:10 to 18:00, suspended 16:30 to 16:55"; "" where nothing is stated. */
export function timesInWords(opened: string | null, closed: string | null, suspended: string[]): string {
  const breaks = suspended.map((s) => s.replace("-", " to ")).join(" and ");
  const times = [
    opened && closed ? `${opened} to ${closed}` : opened ? `from ${opened}` : closed ? `until ${closed}` : "",
    breaks && `suspended ${breaks}`,
  ];
  return times.filter(Boolean).join(", ");
}
