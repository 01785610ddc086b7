// What a paragraph cites: agreements and laws, each with its articles that are cited.

import type { Ref } from "../../api/client";
import type { Paragraph } from "./shapes";

export interface Cited {
  ref: Ref;
  /** Articles of it, named without it, such as "art. 75". */
  provisions: Ref[];
}

/** Cites with their provisions; a provision of what is not cited itself stands alone. */
export function cited({ cites, provisions }: Pick<Paragraph, "cites" | "provisions">): Cited[] {
  const of = (ref: Ref) =>
    provisions
      .filter((p) => p.id.startsWith(ref.id + "#"))
      .map((p) => ({ id: p.id, label: p.label.replace(`, ${ref.label}`, "") }));
  const alone = provisions.filter((p) => !cites.some((ref) => p.id.startsWith(ref.id + "#")));
  return [...cites.map((ref) => ({ ref, provisions: of(ref) })), ...alone.map((ref) => ({ ref, provisions: [] }))];
}
