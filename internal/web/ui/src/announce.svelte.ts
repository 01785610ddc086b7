// What is said to those who listen to the page instead of looking at it.

export const announcement = $state({ text: "" });

/** Says a short sentence, such as "Copied". Said twice, it is read out twice. */
export function announce(text: string): void {
  announcement.text = "";
  setTimeout(() => (announcement.text = text), 50);
}
