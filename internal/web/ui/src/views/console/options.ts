// What may stand at a place of a query, from Gizmo's methods and the schema.

import type { Schemas } from "../../api/client";
import type { Place } from "./place";

export interface Vocabulary {
  methods: Schemas["GizmoMethod"][];
  classes: Schemas["Class"][];
  properties: Schemas["Property"][];
}

export interface Option {
  label: string;
  detail?: string;
  info?: string;
  kind: "method" | "function" | "property" | "class" | "entity" | "query";
  /** What is written, and which part of it is then selected, to be typed over. */
  insert: string;
  select?: [number, number];
}

/** The methods of the graph or of a path whose names have the word in them. */
export function methodOptions(methods: Vocabulary["methods"], on: "graph" | "path" | null, word: string): Option[] {
  const wanted = methods.filter((m) => m.on === on && m.name.toLowerCase().includes(word.toLowerCase()));
  return bestFirst(wanted, word, (m) => m.name, isSynonym).map((m) => {
    const form = (m.forms.find((f) => !f.endsWith("()")) ?? m.forms[0]!).replace(/^g\./, "");
    const others = m.forms.length > 1 ? `Written as ${m.forms.join(" or ")}.` : "";
    return {
      label: m.name,
      detail: form.slice(m.name.length),
      info: [m.does, others].filter(Boolean).join(" "),
      kind: on ? "method" : "function",
      ...blank(form),
    };
  });
}

const isSynonym = (m: Vocabulary["methods"][number]) => m.does.startsWith("The same as");

/** An example of a call with its first argument to be typed: an id is left out, anything else is selected. */
export function blank(form: string): { insert: string; select?: [number, number] } {
  const id = /<[^>]*>/.exec(form);
  if (id) {
    const at = id.index + 1;
    return { insert: form.replace(id[0], "<>"), select: [at, at] };
  }
  const open = form.indexOf("(") + 1;
  const first = form.slice(open, form.lastIndexOf(")")).split(", ")[0]!;
  if (!first) return { insert: form };
  const quotes = first.startsWith('"') ? 1 : 0;
  return { insert: form, select: [open + quotes, open + first.length - quotes] };
}

/** What an id at a place is: as in the examples of the method. */
export function expected(v: Vocabulary, method: string, argument: number): "property" | "class" | "node" {
  const found = v.methods.find((m) => m.name.toLowerCase() === method.toLowerCase());
  for (const form of found?.forms ?? []) {
    const stands = form.slice(form.indexOf("(") + 1).split(", ")[argument];
    const id = /<([^>]*)>/.exec(stands ?? "")?.[1];
    if (v.properties.some((p) => p.iri === id)) return "property";
    if (v.classes.some((c) => c.iri === id)) return "class";
  }
  return "node";
}

/** Predicates, classes and the beginnings of ids, for what is typed between "< and >". */
export function idOptions(v: Vocabulary, place: Extract<Place, { kind: "id" }>): Option[] {
  const kind = expected(v, place.method, place.argument);
  const properties = v.properties.map((p) => named("property", p.iri, p.label, sentence(p.description, p.reverse)));
  const classes = v.classes.map((c) => named("class", c.iri, c.label, c.description));
  const beginnings = v.classes
    .filter((c) => c.mention || ["Topic", "SummaryRecord"].includes(c.id))
    .flatMap((c) => c.prefixes.map((p) => ({ ...named("entity", p + ":", c.plural, c.description), insert: p + ":" })));
  const all = { property: properties, class: [...classes, ...beginnings], node: [...beginnings, ...classes] }[kind];
  const typed = place.text.toLowerCase();
  const fit = all.filter((o) => o.label !== typed && `${o.label} ${o.detail}`.toLowerCase().includes(typed));
  return bestFirst(fit, typed, (o) => (o.kind === "entity" || typed.includes(":") ? o.label : local(o.label)));
}

const local = (iri: string) => iri.slice(iri.indexOf(":") + 1);

const sentence = (description: string, reverse: string | null) =>
  reverse ? `${description} The other way round: ${reverse}.` : description;

const named = (kind: Option["kind"], iri: string, label: string, info: string): Option => ({
  label: iri,
  detail: label,
  info,
  kind,
  insert: iri + ">",
});

/** The classes whose ids begin as the text does, such as Country for "country:aze"; undefined where it begins no id. */
export function classesOf(v: Vocabulary, text: string): string[] | undefined {
  const prefix = /^(\w+):/.exec(text)?.[1];
  const found = v.classes.filter((c) => c.prefixes.includes(prefix ?? ""));
  return found.length ? found.map((c) => c.id) : undefined;
}

/** Those that begin with what is typed go first, synonyms last; else the order stays. */
function bestFirst<T>(list: T[], typed: string, name: (t: T) => string, last: (t: T) => boolean = () => false): T[] {
  const rank = (t: T) => Number(last(t)) * 2 + Number(!name(t).toLowerCase().startsWith(typed.toLowerCase()));
  return list
    .map((t) => ({ t, r: rank(t) }))
    .sort((a, b) => a.r - b.r)
    .map(({ t }) => t);
}
