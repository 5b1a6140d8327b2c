// Decodes the special values of a case ($bytes, $url, $fn ...). The vocabulary is closed: an unknown key is an error.

import { abortAfter } from './clock.mjs';
import { CaseError } from './case-error.mjs';
import { createFunction } from './functions.mjs';
import { createTransform } from './transforms.mjs';
import { checkSchema, findProblem } from './json-schema.mjs';

// Keywords of JSON Schema that begin with a dollar sign and are ordinary data in a case.
const SCHEMA_KEYWORDS = new Set(['$schema', '$ref', '$defs', '$id', '$comment', '$anchor']);

// Read where it stands: an instruction to createUIMessageStream, not a value.
const INSTRUCTIONS = new Set(['$throw']);

const PLAIN = {
  $bytes: ({ $bytes }) => new Uint8Array(Buffer.from($bytes, 'base64')),
  $bytesFile: ({ $bytesFile }, context) => new Uint8Array(context.fixtures.read($bytesFile)),
  $url: ({ $url }) => new URL($url),
  $date: ({ $date }) => new Date($date),
  $undefined: () => undefined,
  $number: ({ $number }) => Number($number),
  $bigint: ({ $bigint }) => BigInt($bigint),
  $regexp: ({ $regexp, flags }) => new RegExp($regexp, flags),
  $headers: ({ $headers }) => new Headers($headers),
  $abortSignal: ({ $abortSignal }) => abortSignal($abortSignal),
  $staticAuthClient: ({ $staticAuthClient }) => staticAuthClient($staticAuthClient),
  $fn: ({ $fn }, context) => createFunction(decode($fn, context), context),
};

const SDK = {
  $jsonSchema: ({ $jsonSchema }, { ai }) => ai.jsonSchema($jsonSchema),
  $validatingSchema: ({ $validatingSchema }, context) => validatingSchema($validatingSchema, context),
  $tool: ({ $tool }, context) => context.ai.tool(decode($tool, context)),
  $providerTool: ({ $providerTool }, context) => providerTool($providerTool, context),
  $stepCount: ({ $stepCount }, { ai }) => (ai.isStepCount ?? ai.stepCountIs)($stepCount),
  $hasToolCall: ({ $hasToolCall }, { ai }) => ai.hasToolCall($hasToolCall),
  $isLoopFinished: (_, { ai }) => ai.isLoopFinished(),
  $output: ({ $output }, context) => output(decode($output, context), context),
  $smoothStream: ({ $smoothStream }, context) => context.ai.smoothStream(decode($smoothStream, context)),
  $transform: ({ $transform }) => createTransform($transform),
  $toolSearch: ({ $toolSearch }, { ai }) => ai.toolSearch($toolSearch),
  $steering: ({ $steering }, context) => steering($steering, context),
  $modelOf: ({ $modelOf }, { provider }) => accessModel(provider, $modelOf),
  $registryModel: ({ $registryModel }, context) => registryModel($registryModel, context),
  $customModel: ({ $customModel }, context) => customModel($customModel, context),
};

export function accessModel(provider, { accessor, args = [] }) {
  if (accessor !== '()' && typeof provider[accessor] !== 'function') throw new CaseError(`no accessor ${accessor}`);
  return accessor === '()' ? provider(...args) : provider[accessor](...args);
}

export function decode(value, context) {
  try {
    return decodeValue(value, context);
  } catch (error) {
    if (error.name?.startsWith('AI_')) throw error;
    throw new CaseError(error.message);
  }
}

function decodeValue(value, context) {
  if (Array.isArray(value)) return value.map(item => decodeValue(item, context));
  if (value === null || typeof value !== 'object') return value;
  const special = Object.keys(value).find(key => key.startsWith('$') && !SCHEMA_KEYWORDS.has(key) && !INSTRUCTIONS.has(key));
  if (special === undefined) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, decodeValue(v, context)]));
  const decoder = PLAIN[special] ?? (context.ai ? SDK[special] : undefined);
  const extra = Object.keys(value).filter(key => key !== special && !(special === '$regexp' && key === 'flags'));
  if (decoder === undefined || extra.length > 0) throw new CaseError(`unknown special value: ${Object.keys(value)}`);
  return decoder(value, context);
}

function abortSignal(kind) {
  if (kind === 'aborted') return AbortSignal.abort();
  if (kind === 'pending') return new AbortController().signal;
  if (kind?.afterMs !== undefined) return abortAfter(kind.afterMs, 'harness');
  throw new CaseError(`unknown abort signal: ${JSON.stringify(kind)}`);
}

// Google's own HTTP client cannot be replayed: this stands in for it with a fixed token.
function staticAuthClient(token) {
  return {
    getAccessToken: async () => ({ token }),
    getRequestHeaders: async () => new Headers({ authorization: `Bearer ${token}` }),
    setGaxiosDefaults: () => {},
    credentials: { access_token: token },
  };
}

function validatingSchema(schema, { ai }) {
  checkSchema(schema);
  const validate = value => {
    const problem = findProblem(schema, value);
    return problem ? { success: false, error: new SyntaxError(problem) } : { success: true, value };
  };
  return ai.jsonSchema(schema, { validate });
}

function providerTool({ name, args, ...rest }, context) {
  const factory = context.provider.tools?.[name];
  if (factory === undefined || Object.keys(rest).length > 0) throw new CaseError(`unknown provider tool: ${name}`);
  return factory(decode(args ?? {}, context));
}

function output({ type, ...options }, { ai }) {
  const factory = ai.Output[type];
  if (factory === undefined) throw new CaseError(`unknown output: ${type}`);
  return factory(options);
}

// The provider of the case in a registry, under the names that the case gives.
function registryModel({ providers, separator, accessor = 'languageModel', id }, { ai, provider }) {
  const registered = Object.fromEntries(providers.map(name => [name, provider]));
  return ai.createProviderRegistry(registered, separator === undefined ? {} : { separator })[accessor](id);
}

// A model of a custom provider whose models and fallback come from the provider of the case.
function customModel({ fallback, accessor = 'languageModel', id, ...models }, context) {
  const fallbackProvider = fallback ? context.provider : undefined;
  return context.ai.customProvider({ ...decode(models, context), fallbackProvider })[accessor](id);
}

// Messages that wait for the call; what becomes of each is an event.
function steering({ messages }, context) {
  const made = context.ai.experimental_createSteering();
  for (const { do: method, message, id } of messages) {
    if (method !== 'steer' && method !== 'queue') throw new CaseError(`unknown way of steering: ${method}`);
    made[method](message, { id }).then(outcome => context.events.push({ event: 'steering', args: context.normalize(outcome) }));
  }
  return made;
}
