// Rows of an ad-hoc query, whose cells tell what they are, as a table.

import type { Schemas } from "../../api/client";
import type { Column, Item, Row } from "../../table";
import { isEntity, paragraphOf } from "./ids";

export type Result = Schemas["GizmoResult"];
export type Cell = Schemas["GizmoCell"];

/** What is shown of a cell: a link's thing where there is a page, or the value. */
function itemOf(cell: Cell, names: ReadonlyMap<string, string>): Item {
  const { type, value } = cell;
  if (type === "iri" && typeof value === "string") {
    return paragraphOf(value) ?? (isEntity(value) ? { id: value, label: names.get(value) ?? value } : value);
  }
  return typeof value === "boolean" ? String(value) : value;
}

/** The rows as a table; entities are shown by their names where these are known. */
export function tableOf(result: Result, names: ReadonlyMap<string, string>): { columns: Column[]; rows: Row[] } {
  const rows = result.rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, itemOf(cell, names)])),
  );
  return {
    columns: result.columns.map((name) => ({ name, title: name, type: typeOf(name, result.rows, rows) })),
    rows,
  };
}

/** The type of a column by what stands in it. */
function typeOf(column: string, cells: Result["rows"], rows: Record<string, Item>[]): string {
  const items = rows.map((row) => row[column]).filter((item) => item !== undefined);
  if (cells.every((row) => (row[column]?.type ?? "date") === "date")) return "date";
  if (items.length > 0 && items.every((item) => typeof item === "number")) return "integer";
  if (items.some((item) => typeof item === "object" && item.number)) return "paragraph";
  if (items.some((item) => typeof item === "object" && item.id?.startsWith("record:"))) return "record";
  return "value";
}

/** The ids of entities in some rows, each once. */
export function entitiesIn(rows: Result["rows"]): string[] {
  const ids = new Set<string>();
  for (const row of rows) {
    for (const { type, value } of Object.values(row)) {
      if (type === "iri" && typeof value === "string" && isEntity(value)) ids.add(value);
    }
  }
  return [...ids];
}
