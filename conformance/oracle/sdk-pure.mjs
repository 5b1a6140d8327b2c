// Functions of the `ai` package that need no model.

import { readResponse } from './sdk-views.mjs';

const byOptions = name => async (args, { ai }) => ({ value: await ai[name](args) });
const byPosition = name => async (args, { ai }) => ({ value: await ai[name](...Object.values(args)) });

export const PURE = {
  convertToModelMessages: async ({ messages, options }, { ai }) => ({ value: await ai.convertToModelMessages(messages, options) }),
  validateUIMessages: byOptions('validateUIMessages'),
  safeValidateUIMessages: byOptions('safeValidateUIMessages'),
  pruneMessages: byOptions('pruneMessages'),
  lastAssistantMessageIsCompleteWithToolCalls: byOptions('lastAssistantMessageIsCompleteWithToolCalls'),
  lastAssistantMessageIsCompleteWithApprovalResponses: byOptions('lastAssistantMessageIsCompleteWithApprovalResponses'),
  parsePartialJson: byPosition('parsePartialJson'),
  cosineSimilarity: byPosition('cosineSimilarity'),
  fingerprintTools: byPosition('fingerprintTools'),
  detectToolDrift: byPosition('detectToolDrift'),
  smoothStream: async ({ options, parts }, { ai }) => {
    const transform = ai.smoothStream(options)({ tools: {} });
    return { parts: await collect(streamOf(parts).pipeThrough(transform)) };
  },
  readUIMessageStream: async ({ chunks, ...options }, { ai, normalize }) => {
    const messages = [];
    for await (const message of ai.readUIMessageStream({ stream: streamOf(chunks), ...options })) messages.push(normalize(message));
    return { messages };
  },
  createUIMessageStream,
  toUIMessageStream: async ({ parts, ...options }, { ai }) => ({
    chunks: await collect(ai.toUIMessageStream({ stream: streamOf(parts), ...options })),
  }),
  createTextStreamResponse: async ({ parts, ...options }, { ai }) =>
    readResponse(ai.createTextStreamResponse({ stream: ai.toTextStream({ stream: streamOf(parts) }), ...options })),
  createUIMessageStreamResponse: async ({ chunks, ...options }, { ai }) =>
    readResponse(ai.createUIMessageStreamResponse({ stream: streamOf(chunks), ...options })),
  mcp: callMcp,
};

function streamOf(items) {
  return new ReadableStream({
    start(controller) {
      for (const item of items) controller.enqueue(item);
      controller.close();
    },
  });
}

async function collect(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

async function createUIMessageStream({ write = [], merge, ...options }, { ai }) {
  let count = 0;
  const stream = ai.createUIMessageStream({
    generateId: () => `msg-${count++}`,
    ...options,
    execute: ({ writer }) => {
      for (const chunk of write) {
        if ('$throw' in chunk) throw new Error(chunk.$throw);
        writer.write(chunk);
      }
      if (merge) writer.merge(streamOf(merge));
    },
  });
  return { chunks: await collect(stream) };
}

async function callMcp({ url, steps, ...transport }, context) {
  const { createMCPClient } = await context.packages.load('@ai-sdk/mcp');
  const client = await createMCPClient({ transport: { type: 'http', url, fetch: context.fetch, ...transport } });
  const session = { client };
  const results = [];
  try {
    for (const step of steps) results.push(await mcpStep(session, step).catch(error => ({ error })));
  } finally {
    await client.close();
  }
  return { steps: results };
}

async function mcpStep(session, step) {
  session.tools ??= await session.client.tools();
  if (step.do === 'tools') return { tools: Object.entries(session.tools).map(describeTool) };
  return { result: await session.tools[step.name].execute(step.args, { toolCallId: 'call', messages: [] }) };
}

function describeTool([name, { description, inputSchema }]) {
  return { name, description, inputSchema: inputSchema.jsonSchema };
}
