// Records by the year of their meeting.

import type { Schemas } from "../../api/client";

type Listed = Schemas["RecordList"]["records"][number];

/** A year, or none, and the records of its meetings. */
export interface Year {
  year: string | undefined;
  records: Listed[];
}

/** Groups records by the year of their meeting, in the order in which they come. */
export function byYear(records: Listed[]): Year[] {
  const years = new Map<string | undefined, Listed[]>();
  for (const record of records) {
    const year = record.date?.slice(0, 4);
    const group = years.get(year);
    if (group) group.push(record);
    else years.set(year, [record]);
  }
  return [...years].map(([year, records]) => ({ year, records }));
}
