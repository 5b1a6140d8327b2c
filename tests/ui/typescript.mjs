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

class State {
  status = 'ready';

  constructor(messages) {
    this.messages = messages;
  }

  pushMessage = message => { this.messages = [...this.messages, message]; };

  replaceMessage = (index, message) => { this.messages = this.messages.with(index, message); };

  snapshot = value => structuredClone(value);
}

class Chat extends ai.AbstractChat {
  constructor({ messages, ...options }) {
    super({ ...options, state: new State(messages) });
  }
}

class ScriptedTransport {
  sent = [];

  constructor({ answers, resumed, isReplay }) {
    this.answers = answers;
    this.resumed = resumed;
    this.resumeStreamIsReplay = isReplay;
  }

  async sendMessages({ trigger, messageId, messages }) {
    this.sent.push(structuredClone({ trigger, messageId, messages }));
    if (this.answers.length === 0) throw new Error('no more answers');
    return this.stream(this.answers.shift());
  }

  async reconnectToStream() {
    return this.resumed == null ? null : this.stream(this.resumed);
  }

  stream(chunks) {
    return new ReadableStream({
      start: controller => { chunks.forEach(chunk => controller.enqueue(chunk)); controller.close(); },
    });
  }
}

const AUTOMATIC = {
  tools: ai.lastAssistantMessageIsCompleteWithToolCalls,
  approvals: ai.lastAssistantMessageIsCompleteWithApprovalResponses,
};

FUNCTIONS.chat = async ({ messages, automatic, actions, ...script }) => {
  const transport = new ScriptedTransport(script);
  let count = 0;
  const generateId = () => `id${count++}`;
  const sendAutomaticallyWhen = AUTOMATIC[automatic];
  const chat = new Chat({ id: 'chat', transport, messages, generateId, sendAutomaticallyWhen });
  const outcomes = [];
  for (const [method, ...args] of actions) {
    let failure = null;
    try {
      await chat[method](...args);
    } catch (error) {
      failure = error.name;
    }
    do {
      await new Promise(resolve => setTimeout(resolve));
    } while (chat.status === 'submitted' || chat.status === 'streaming');
    outcomes.push(structuredClone({ failure, status: chat.status, messages: chat.messages }));
  }
  return { outcomes, sent: transport.sent };
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
