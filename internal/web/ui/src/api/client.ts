// The public API, typed by its own document (npm run types).

import createClient from "openapi-fetch";
import type { components, paths } from "./document";

/** The shapes of the API's document, such as Ref, Passage and Problem. */
export type Schemas = components["schemas"];
export type Ref = Schemas["Ref"];
export type Passage = Schemas["Passage"];

/** Why something could not be had, as the server says it to people. */
export class Refusal extends Error {
  constructor(readonly problem: Partial<Schemas["Problem"]> & { title: string; status: number; detail?: string }) {
    super(problem.detail ?? problem.title);
  }
}

const client = createClient<paths>({
  baseUrl: location.origin,
  querySerializer: { array: { style: "form", explode: false } },
});

/**
 * What an address answers in JSON with all its members. The document allows texts too, such as
 * CSV, and things of which only chosen fields are shown.
 */
export type Whole<T> = T extends string ? never : Complete<T>;
type Complete<T> = T extends (infer U)[]
  ? Complete<U>[]
  : T extends object
    ? keyof T extends never
      ? never
      : { [K in keyof T]: Complete<T[K]> }
    : T;

/** Asks for an address of the API's document, for example read((api) => api.GET("/api/v1/records")). */
export async function read<T>(
  ask: (api: typeof client) => Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<Whole<T>> {
  const { data, error, response } = await reach(() => ask(client));
  if (error !== undefined || !response.ok) throw new Refusal(problemOf(error, response));
  return data as Whole<T>;
}

/** Fetches an address that the API itself handed out, such as "next" or "href". */
export async function follow<T>(href: string, init?: RequestInit): Promise<T> {
  const response = await fetchAnswer(href, init);
  const text = await reach(() => response.text());
  if (!text) return undefined as T; // an answer may have no body
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Refusal({ title: "No answer", status: 0, detail: strange });
  }
}

/** The same, as it comes: for what is not JSON, or comes little by little. */
export async function fetchAnswer(href: string, init?: RequestInit): Promise<Response> {
  return accepted(await reach(() => fetch(href, init)));
}

/** An answer; one that refuses is thrown, in the words of the server. */
export async function accepted(response: Response): Promise<Response> {
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  throw new Refusal(problemOf(body, response));
}

/** What a network says that wants a reader to sign in first is a page, and none of the API's answers. */
const strange = "something else than the server answered; does the network ask to sign in first?";

/** Says in words that the server was not reached; a request called off stays one. */
async function reach<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new Refusal({
      title: "No answer",
      status: 0,
      detail: "the server cannot be reached; is it still running?",
    });
  }
}

function problemOf(body: unknown, response: Response): Refusal["problem"] {
  if (body && typeof body === "object" && "title" in body) return body as Refusal["problem"];
  return { title: response.statusText || "Error", status: response.status };
}
