// Ids as the graph writes them: what they name, and where that is shown.

import { typeOfId } from "../../kinds";
import { entityLink, paragraphLink } from "../../links";

/** The paragraph that an id names: para:CMW/C/SR.464#13. */
export function paragraphOf(id: string): { id: string; symbol: string; number: number; cite_as: string } | undefined {
  const [, symbol, number] = /^para:(.+)#(\d+)$/.exec(id) ?? [];
  return symbol ? { id, symbol, number: Number(number), cite_as: `${symbol}, para. ${number}` } : undefined;
}

/** Whether an id names an entity, a record among them, that has a page of its own. */
export const isEntity = (id: string): boolean => typeOfId(id.split("#")[0]!) !== "";

/** The page of what an id names; predicates, classes, mentions and the like have none. */
export function pageOf(id: string): string | undefined {
  const paragraph = paragraphOf(id);
  if (paragraph) return paragraphLink(paragraph.symbol, paragraph.number);
  return isEntity(id) ? entityLink(id) : undefined;
}
