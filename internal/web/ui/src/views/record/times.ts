// The times of a meeting as they are read.

/** When a meeting was: "15:10 to 18:00, suspended 16:30 to 16:55"; "" where nothing is stated. */
export function timesInWords(opened: string | null, closed: string | null, suspended: string[]): string {
  const breaks = suspended.map((s) => s.replace("-", " to ")).join(" and ");
  const times = [
    opened && closed ? `${opened} to ${closed}` : opened ? `from ${opened}` : closed ? `until ${closed}` : "",
    breaks && `suspended ${breaks}`,
  ];
  return times.filter(Boolean).join(", ");
}
