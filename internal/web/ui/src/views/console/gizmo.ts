// Asking the API in Gizmo.

import { read } from "../../api/client";
import type { Result } from "./rows";

/** The rows of a query; a Refusal says what is wrong with it. */
export async function rowsOf(query: string, signal?: AbortSignal): Promise<Result> {
  const answer = await read((api) => api.POST("/api/v1/gizmo", { body: { query }, signal }));
  return answer as Result; // the other form, JSON-LD, is not asked for
}

/** The rows of a query as a file for spreadsheets. */
export async function csvOfQuery(query: string): Promise<string> {
  const sheet: unknown = await read((api) =>
    api.POST("/api/v1/gizmo", { params: { query: { format: "csv" } }, body: { query }, parseAs: "text" }),
  );
  return sheet as string;
}
