// Lists as CSV. The API hands them out a page at a time, with the address of the next in
// the Link header; a file has them all.

/** Where the next page is, from a Link header. */
export function nextOf(header: string | null): string | undefined {
  return header?.match(/<([^>]*)>;\s*rel="?next"?/)?.[1];
}

/** Joins pages of CSV: the names of the columns stand once. */
export function joined(pages: string[]): string {
  return pages.map((page, i) => (i === 0 ? page : page.slice(page.indexOf("\n") + 1))).join("");
}

/** How many hits the pages of a search reach. */
export const deepest = 10_000;

/** How a page is had. */
type Fetch = (href: string, init: RequestInit) => Promise<Response>;

/** Fetches all pages of a list; `onpage` is told how many there are so far. */
export async function wholeCSV(
  href: string,
  fetch: Fetch,
  onpage: (pages: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const pages: string[] = [];
  for (let next: string | undefined = href; next;) {
    const response = await fetch(next, { headers: { Accept: "text/csv" }, signal });
    pages.push(await response.text());
    next = nextOf(response.headers.get("Link"));
    onpage(pages.length);
  }
  return joined(pages);
}
