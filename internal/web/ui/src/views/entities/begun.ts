// What is asked of the search while somebody types.

/**
 * A search for names that begin as they were typed: the last word may go on. Words with
 * marks of their own, such as a phrase, are looked for as they are.
 */
export function begun(typed: string): string {
  const words = typed.trim();
  return /(^|\s)[^\s"*-]*[\p{L}\p{N}]{2}$/u.test(words) && !words.includes('"') ? words + "*" : words;
}
