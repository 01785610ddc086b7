// Addresses as people and other programs write them, which may be damaged.

/** The text that a part of an address stands for; one that is malformed stands for itself. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
