// Answers each line `{"function": name, ...}` with what the `ai` package makes of chunks and parts.

import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.argv[2]}/package.json`);
const ai = await import(pathToFileURL(require.resolve('ai')).href);
globalThis.AI_SDK_LOG_WARNINGS = false;

const streamOf = items => new ReadableStream({ start: c => { items.forEach(item => c.enqueue(item)); c.close(); } });

const collect = async stream => {
  const items = [];
  for await (const item of stream) items.push(structuredClone(item));
  return items;
};

const describe = event => ({
  ...event,
  outcome: 'error' in event.outcome ? { ...event.outcome, error: event.outcome.error.message ?? event.outcome.error } : event.outcome,
});

const FUNCTIONS = {
  read: async ({ chunks, message }) => {
    const errors = [];
    const stream = ai.readUIMessageStream({ stream: streamOf(chunks), message, onError: e => errors.push(e.message) });
    return { messages: await collect(stream), errors };
  },
  judge: async ({ chunks }) => {
    const schema = ai.uiMessageChunkSchema();
    return Promise.all(chunks.map(async chunk => (await schema.validate(chunk)).success));
  },
  convert: async ({ parts, options }) => {
    let id = 0;
    const events = [];
    const chunks = await collect(ai.toUIMessageStream({
      stream: streamOf(parts),
      ...options,
      ...(options.generates ? { generateMessageId: () => `id-${id++}` } : {}),
      ...(options.metadata ? { messageMetadata: ({ part }) => ({ [part.type]: 1 }) } : {}),
      onEnd: event => { events.push(describe(event)); },
      onStepEnd: event => { events.push(event); },
    }));
    return { chunks, events: structuredClone(events) };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const job = JSON.parse(line);
  let answer;
  try {
    answer = { value: await FUNCTIONS[job.function](job) };
  } catch (error) {
    answer = { error: `${error.name}: ${error.message}` };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
