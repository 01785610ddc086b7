// Answers of named queries: rows of typed cells.

import { passageLink } from "./links";
import type { Schemas } from "./api/client";

export interface Column {
  name: string;
  title: string;
  /** entity, record, paragraph, class, property, date, integer, text or value. */
  type: string;
  many?: boolean;
}

/** An item of a cell: a plain value, or a thing with an id. Who has no name in the records has none. */
export type Item = string | number | Thing;
export interface Thing {
  id: string | null;
  label?: string;
  symbol?: string;
  number?: number;
  cite_as?: string;
}
export type Row = Record<string, Item | Item[] | null | undefined>;

export interface Answer {
  query: string;
  title: string;
  columns: Column[];
  rows: Row[];
  truncated: boolean;
  total?: number;
  next?: string;
}

/** The items of a cell, which has one, several or none. */
export function items(cell: Row[string]): Item[] {
  if (cell === null || cell === undefined) return [];
  return Array.isArray(cell) ? cell : [cell];
}

/** An item as text, by which it is shown where it has no link, and sorted. */
export function textOf(item: Item): string {
  if (typeof item !== "object") return String(item);
  return item.label ?? item.cite_as ?? item.symbol ?? item.id ?? "";
}

/** Whether an item is another paragraph of the record that the item before it is of. */
export function sameRecord(item: Item, before: Item | undefined): boolean {
  return typeof item === "object" && typeof before === "object" && !!item.number && item.symbol === before.symbol;
}

/** The place that a row rests on: its first paragraph, or else the record it names. */
export function placeOf(row: Row, columns: Column[]): string | undefined {
  for (const type of ["paragraph", "record"]) {
    for (const column of columns.filter((c) => c.type === type)) {
      for (const item of items(row[column.name])) {
        const link = typeof item === "object" ? passageLink(item as Schemas["Passage"]) : undefined;
        if (link) return link;
      }
    }
  }
  return undefined;
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Rows in the order of a column; rows without a value there come last, whatever the direction. */
export function sorted(rows: Row[], column: Column, descending: boolean): Row[] {
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, first: items(row[column.name])[0] }))
    .sort((a, b) => {
      if (a.first === undefined || b.first === undefined)
        return Number(a.first === undefined) - Number(b.first === undefined);
      if (typeof a.first === "number" && typeof b.first === "number") return sign * (a.first - b.first);
      return sign * collator.compare(textOf(a.first), textOf(b.first));
    })
    .map(({ row }) => row);
}

const full = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const month = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/**
 * A date as a table shows it, as precise as it is known: "2021-10-04" as "4 Oct 2021", "2021-10" as
 * "Oct 2021". What is no date stays as it is.
 */
export function shortDate(date: string): string {
  const parts = /^(\d{4})(-\d\d)?(-\d\d)?$/.exec(date);
  const day = new Date(date); // without a time of day it is midnight in UTC
  if (!parts?.[2] || Number.isNaN(day.getTime())) return date;
  return (parts[3] ? full : month).format(day);
}
