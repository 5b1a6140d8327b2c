// Calls of the `ai` package: which function, with which model and middleware, and which of its results are kept.

import { CaseError } from './case-error.mjs';
import { PURE } from './sdk-pure.mjs';
import { defaultViews, readViews } from './sdk-views.mjs';
import { accessModel, decode } from './vocabulary.mjs';

const TEXT_RESULT = [
  'text', 'reasoningText', 'content', 'toolCalls', 'toolResults', 'files', 'sources', 'finishReason', 'rawFinishReason',
  'usage', 'totalUsage', 'warnings', 'providerMetadata', 'responseMessages', 'steps',
];
const OBJECT_RESULT = ['object', 'finishReason', 'usage', 'warnings', 'providerMetadata', 'response'];
const LOW_MEMORY_RESULT = ['finishReason', 'rawFinishReason', 'usage'];

// Function of the package -> its exported name and the properties of its result that an outcome shows.
const CALLS = {
  generateText: { keep: TEXT_RESULT },
  generateObject: { keep: OBJECT_RESULT },
  embed: { keep: ['value', 'embedding', 'usage', 'warnings', 'providerMetadata'] },
  embedMany: { keep: ['values', 'embeddings', 'usage', 'warnings', 'providerMetadata'] },
  rerank: { keep: ['originalDocuments', 'ranking', 'rerankedDocuments', 'providerMetadata'] },
  generateImage: { keep: ['images', 'warnings', 'providerMetadata', 'usage', 'responses'] },
  generateSpeech: { keep: ['audio', 'warnings', 'providerMetadata', 'responses'] },
  transcribe: { keep: ['text', 'segments', 'language', 'durationInSeconds', 'warnings', 'providerMetadata', 'responses'] },
  generateVideo: { exported: 'experimental_generateVideo', keep: ['videos', 'warnings', 'providerMetadata', 'responses'] },
  decide: { exported: 'experimental_decide', keep: ['answers', 'usage', 'warnings', 'rounding', 'providerMetadata', 'response'] },
  extract: { exported: 'experimental_extract', keep: ['answers', 'usage', 'warnings', 'providerMetadata', 'response'] },
  uploadFile: { api: true },
  uploadSkill: { api: true },
};

const MIDDLEWARE = {
  extractReasoning: ai => ai.extractReasoningMiddleware,
  extractJson: ai => ai.extractJsonMiddleware,
  simulateStreaming: ai => ai.simulateStreamingMiddleware,
  defaultSettings: ai => ai.defaultSettingsMiddleware,
  addToolInputExamples: ai => ai.addToolInputExamplesMiddleware,
  defaultInstructions: ai => ai.defaultInstructionsMiddleware,
  defaultEmbeddingSettings: ai => ai.defaultEmbeddingSettingsMiddleware,
};

export async function callSdk(call, model, context) {
  if (call.function in PURE) return PURE[call.function](decode(call.args ?? {}, context), context);
  const args = withModel(call, model, context);
  switch (call.function) {
    case 'streamText':
      return streamText(call, args, context);
    case 'streamTextLowMemory':
      return readViews(context.ai.experimental_streamTextLowMemory(args), call.observe ?? ['stream'], LOW_MEMORY_RESULT, context);
    case 'streamLanguageModelCall':
      return readViews(await context.ai.experimental_streamLanguageModelCall(args), ['stream'], [], context);
    case 'streamObject':
      return readViews(context.ai.streamObject(args), objectViews(call), OBJECT_RESULT.slice(0, -1), context);
    case 'uiMessageStream.roundtrip':
      return roundtrip(args, context);
    case 'agent.uiStream':
      return agentUIStream(call, args, context);
    case 'agent.generate':
    case 'agent.stream':
      return callAgent(call, args, context);
    default:
      return callFunction(call, args, context);
  }
}

function withModel(call, model, context) {
  const args = decode(call.args ?? {}, context);
  if (!model || 'model' in args) return args;
  return { model: wrapModel(accessModel(context.provider, decode(model, context)), call.middleware, context), ...args };
}

function wrapModel(model, middleware, context) {
  if (!middleware) return model;
  const made = middleware.map(entry => {
    const [[name, options]] = Object.entries(entry);
    if (!(name in MIDDLEWARE)) throw new CaseError(`unknown middleware: ${name}`);
    return MIDDLEWARE[name](context.ai)(decode(options, context));
  });
  const isEmbedding = middleware.some(entry => 'defaultEmbeddingSettings' in entry);
  return context.ai[isEmbedding ? 'wrapEmbeddingModel' : 'wrapLanguageModel']({ model, middleware: made });
}

async function callFunction(call, args, context) {
  const { exported = call.function, keep, api } = CALLS[call.function] ?? {};
  if (!(call.function in CALLS)) throw new CaseError(`unknown function: ${call.function}`);
  if (api) return context.ai[exported]({ api: context.provider, ...args });
  return keepOf(await context.ai[exported](args), args, keep);
}

// `output` throws when it was not asked for.
function keepOf(result, args, keep) {
  const keys = args.output && typeof args.output === 'object' ? [...keep, 'output'] : keep;
  return Object.fromEntries(keys.map(key => [key, result[key]]));
}

async function streamText(call, args, context) {
  const errors = [];
  const result = context.ai.streamText({ onError: ({ error }) => void errors.push(error), ...args });
  const keep = args.output ? [...TEXT_RESULT, 'output'] : TEXT_RESULT;
  const views = await readViews(result, call.observe ?? defaultViews, keep, context, call.uiOptions);
  return errors.length > 0 ? { ...views, onError: errors } : views;
}

function objectViews(call) {
  return [...new Set([...(call.observe ?? ['fullStream']), 'final'])];
}

async function callAgent(call, args, context) {
  const { model, ...callArgs } = args;
  const agent = new context.ai.ToolLoopAgent({ model, ...decode(call.agent ?? {}, context) });
  if (call.function === 'agent.generate') return keepOf(await agent.generate(callArgs), {}, TEXT_RESULT);
  return readViews(await agent.stream(callArgs), call.observe ?? defaultViews, TEXT_RESULT, context, call.uiOptions);
}

async function agentUIStream(call, { model, ...args }, context) {
  const agent = new context.ai.ToolLoopAgent({ model, ...decode(call.agent ?? {}, context) });
  const chunks = [];
  const stream = await context.ai.createAgentUIStream({ agent, ...args });
  for await (const chunk of stream) chunks.push(context.normalize(chunk));
  return { chunks };
}

async function roundtrip(args, context) {
  const result = context.ai.streamText({ onError: () => {}, ...args });
  const [shown, read] = result.toUIMessageStream().tee();
  const chunks = [];
  const messages = [];
  await Promise.all([
    (async () => {
      for await (const chunk of shown) chunks.push(context.normalize(chunk));
    })(),
    (async () => {
      for await (const message of context.ai.readUIMessageStream({ stream: read })) messages.push(context.normalize(message));
    })(),
  ]);
  return { chunks, lastMessage: messages.at(-1), messageCount: messages.length };
}
