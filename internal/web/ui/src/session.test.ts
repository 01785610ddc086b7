import { beforeEach, expect, test, vi } from "vitest";

const asked: { href: string; token: string | undefined }[] = [];
let status = 200;
let authorized = true;

const kept = vi.hoisted(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("location", { origin: "http://here.example" });
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  return kept;
});
vi.stubGlobal("fetch", (href: string | Request, init: RequestInit = {}) => {
  const headers = new Headers(href instanceof Request ? href.headers : init.headers);
  asked.push({
    href: href instanceof Request ? href.url : href,
    token: headers.get("Authorization") ?? undefined,
  });
  const answer = status === 200 ? { writing: true, authorized } : { title: "Unauthorized", status };
  return Promise.resolve(new Response(JSON.stringify(answer), { status }));
});

const { session } = await import("./session.svelte");

beforeEach(async () => {
  [status, authorized] = [200, true];
  await session.enter("secret");
  asked.length = 0;
});

test("the token goes to this server alone", async () => {
  await session.write("/api/v1/review");
  expect(asked).toEqual([{ href: "/api/v1/review", token: "Bearer secret" }]);
  for (const href of ["https://elsewhere.example/api", "//elsewhere.example/api", "/\\elsewhere.example", "data:,{}"])
    await expect(session.write(href)).rejects.toThrow("not of this server");
  expect(asked).toHaveLength(1);
});

test("the token is gone when the server takes it no more, and when its owner leaves", async () => {
  expect([...kept.values()]).toEqual(["secret"]);
  status = 401;
  await expect(session.write("/api/v1/review")).rejects.toThrow("Unauthorized");
  expect([session.headers, session.authorized, kept.size]).toEqual([{}, false, 0]);
  status = 200;
  await session.enter("secret");
  session.leave();
  expect([session.headers, session.authorized, kept.size]).toEqual([{}, false, 0]);
});

test("a token that is not right any more is not kept", async () => {
  authorized = false;
  await session.begin();
  expect([session.headers, session.authorized, kept.size]).toEqual([{}, false, 0]);
});
