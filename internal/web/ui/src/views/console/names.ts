// The names in a query that nothing defines. In the text of a named query these are its
// parameters, which get their values only where it is asked by its name.

import { javascriptLanguage } from "@codemirror/lang-javascript";

const given = new Set(["g", "graph", "undefined"]);

/** The names that stand for a value and are not defined in the text, in their order. */
export function unknownNames(text: string): string[] {
  const defined = new Set(given);
  const used: string[] = [];
  javascriptLanguage.parser.parse(text).iterate({
    enter: ({ name, from, to, node }) => {
      if (name === "VariableDefinition") defined.add(text.slice(from, to));
      if (name !== "VariableName") return;
      const parent = node.parent;
      const called = parent?.name === "CallExpression" && parent.firstChild?.from === from;
      if (!called && parent?.name !== "MemberExpression") used.push(text.slice(from, to));
    },
  });
  return [...new Set(used)].filter((name) => !defined.has(name));
}
