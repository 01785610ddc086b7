import { expect, test } from "vitest";
import { events } from "./events";

async function read(...parts: string[]) {
  const bytes = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(bytes.encode(part));
      controller.close();
    },
  });
  const out = [];
  for await (const event of events(stream)) out.push(event);
  return out;
}

test("events come whole, wherever the stream is cut", async () => {
  expect(await read("id: 1\nevent: sta", 'te\ndata: {"a":1}\n', "\nid: 2\nevent: result\ndata: x\n\n")).toEqual([
    { id: "1", event: "state", data: '{"a":1}' },
    { id: "2", event: "result", data: "x" },
  ]);
});

test("comments are no events, nor is what breaks off", async () => {
  expect(await read(": still there\n\n", "id: 3\nevent: state\ndata: half")).toEqual([]);
});

test("data of several lines, and with a colon", async () => {
  expect(await read("data: one: two\ndata: three\n\n")).toEqual([
    { id: "", event: "message", data: "one: two\nthree" },
  ]);
});
