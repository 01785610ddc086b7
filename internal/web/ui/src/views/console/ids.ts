// Ids as the graph writes them, and what they name.

import { typeOfId } from "../../kinds";

/** The paragraph that an id names: para:CMW/C/SR.464#13. */
export function paragraphOf(id: string): { id: string; symbol: string; number: number; cite_as: string } | undefined {
  const [, symbol, number] = /^para:(.+)#(\d+)$/.exec(id) ?? [];
  return symbol ? { id, symbol, number: Number(number), cite_as: `${symbol}, para. ${number}` } : undefined;
}

/** Whether an id names an entity, a record among them, that has a page of its own. */
export const isEntity = (id: string): boolean => typeOfId(id.split("#")[0]!) !== "";
