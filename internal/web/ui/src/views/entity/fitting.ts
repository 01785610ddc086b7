// Named queries that fit an entity, and where they are asked about it.

import { queryLink } from "../../links";
import { asked, needed, type Parameter, type Question } from "../../questions";

export interface Fitting {
  question: Question;
  /** What it asks, with the name of the entity. */
  text: string;
  href: string;
}

/** The kind and the broader ones, such as Body and Institution. */
export function kindsOf(kind: string, classes: { id: string; extends: string | null }[]): string[] {
  const found: string[] = [];
  for (let at: string | null = kind; at && !found.includes(at);) {
    found.push(at);
    at = classes.find((c) => c.id === at)?.extends ?? null;
  }
  return found;
}

/**
 * Queries that take an entity of these kinds. It stands for the first parameter that it fits and that has to be given;
 * where none has to be, for the first that it fits.
 */
export function fitting(questions: Question[], of: { id: string; label: string }, kinds: string[]): Fitting[] {
  return questions.flatMap((question) => {
    const must = question.parameters.filter(needed);
    const parameter = (must.length ? must : question.parameters).find((p) => takes(p, kinds));
    if (!parameter) return [];
    const asks = question.asks?.replaceAll(`{${parameter.name}}`, of.label);
    return {
      question,
      text: asked({ ...question, asks }),
      href: queryLink(question.name, { [parameter.name]: of.id }),
    };
  });
}

function takes(p: Parameter, kinds: string[]): boolean {
  return p.type === "entity" && (!p.classes?.length || p.classes.some((c) => kinds.includes(c)));
}
