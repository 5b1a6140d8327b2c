// Answers each line `{"function": name, "messages": [...], "tools": [...]}` with what the `ai` package makes of it.

import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.argv[2]}/package.json`);
const ai = await import(pathToFileURL(require.resolve('ai')).href);
globalThis.AI_SDK_LOG_WARNINGS = false;

const FUNCTIONS = {
  validate: ({ messages }) => ai.validateUIMessages({ messages }),
  convert: ({ messages, ignoreIncompleteToolCalls }) => ai.convertToModelMessages(messages, {
    ignoreIncompleteToolCalls,
    convertDataPart: part => ({ type: 'text', text: JSON.stringify(part.data) }),
  }),
  isCompleteWithToolCalls: ({ messages }) => ai.lastAssistantMessageIsCompleteWithToolCalls({ messages }),
  isCompleteWithApprovals: ({ messages }) => ai.lastAssistantMessageIsCompleteWithApprovalResponses({ messages }),
  readStream: async ({ chunks, messages }) => {
    const stream = new ReadableStream({ start: c => { chunks.forEach(chunk => c.enqueue(chunk)); c.close(); } });
    let last;
    for await (const message of ai.readUIMessageStream({ stream, message: messages?.at(-1) })) last = message;
    return last;
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const job = JSON.parse(line);
  let answer;
  try {
    answer = { value: await FUNCTIONS[job.function](job) };
  } catch (error) {
    answer = { error: error.name };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
