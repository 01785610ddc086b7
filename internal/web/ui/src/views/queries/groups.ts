// The questions in groups, by what they are asked about.

import { allKinds, type Kind } from "../../kinds";
import { aKind, asked, classesOf, subject, type Question } from "../../questions";

export interface Group {
  title: string;
  questions: Question[];
}

const everything = "About all that is loaded";
const anything = "About things of several kinds";

/** Groups in the order of kinds; first what needs nothing, last what may be about several kinds. */
export function grouped(questions: Question[]): Group[] {
  const titles = [...new Set(questions.map(groupOf))];
  const order = [everything, ...allKinds.map((k) => titleOf(k.id)), titleOf("Paragraph"), anything];
  return titles
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((title) => ({ title, questions: questions.filter((q) => groupOf(q) === title) }));
}

function groupOf(question: Question): string {
  const about = subject(question);
  if (!about) return everything;
  const classes = classesOf(about);
  return classes.length === 1 ? titleOf(classes[0]!) : anything;
}

const titleOf = (type: string) => "About " + aKind(type);

/** The kinds that questions may be about, in the order of kinds, for who knows one and not the question. */
export function kindsOf(questions: Question[]): Kind[] {
  const all = new Set(questions.map(subject).flatMap((p) => (p ? classesOf(p) : [])));
  return allKinds.filter((k) => all.has(k.id));
}

/** The questions that hold all words, and that one may ask about a kind. */
export function matching(questions: Question[], words: string, kind: string): Question[] {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  return questions.filter((q) => {
    const text = `${q.title} ${asked(q)} ${q.description}`.toLowerCase();
    return parts.every((part) => text.includes(part)) && (!kind || takes(q, kind));
  });
}

function takes(question: Question, kind: string): boolean {
  const about = subject(question);
  if (!about) return false;
  const classes = classesOf(about);
  return classes.includes(kind) || (classes.length === 0 && about.type === "entity");
}
