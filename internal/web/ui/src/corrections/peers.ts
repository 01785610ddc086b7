// Which kinds of entities one of a kind can be merged with.

import { typeOfId } from "../kinds";

/** The kinds, for a picker: both ids of a correction are of one kind, and a body counts as an institution. */
export function peers(id: string): string[] {
  const type = typeOfId(id);
  if (type === "Institution" || type === "Body") return ["Institution", "Body"];
  return type ? [type] : [];
}
