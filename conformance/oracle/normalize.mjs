// Turns whatever a call returned or threw into the JSON of an outcome.

const DROPPED_RESPONSE_HEADERS = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']);
const ENGINE_ERRORS = /^(TypeError|SyntaxError|RangeError|ReferenceError|URIError|EvalError|\$?ZodError|SocketError|DataCloneError|InvalidStateError|InvalidCharacterError|AggregateError)$/;
const ABORT_ERRORS = new Set(['AbortError', 'TimeoutError', 'ResponseAborted']);
const COLOURS = /\u001b\[[0-9;]*m/g;
const ENGINE_TAIL = /(Error message: |Cannot connect to API: )[\s\S]*$/;

const DROPPED_KEYS = new Set(['request', 'performance', 'requestBodyValues']);

// Values that a model or a user wrote: nothing inside them is dropped, whatever its name.
const OPAQUE_KEYS = new Set(['rawValue', 'raw', 'input', 'providerMetadata', 'providerOptions', 'data']);

// What a program built itself, such as a Response: shown as it is.
export class Verbatim {
  constructor(json) {
    this.json = json;
  }
}

export function normalize(value) {
  return visit(value, { seen: [], opaque: false });
}

export function normalizeError(error) {
  return error instanceof Error || error instanceof DOMException ? errorValue(error, { seen: [], opaque: false }) : { $error: normalize(error) };
}

function visit(value, state) {
  if (value === null || typeof value === 'boolean' || value === undefined) return value;
  if (typeof value === 'string') return value.replace(COLOURS, '');
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $number: String(value) };
  if (typeof value === 'bigint') return { $bigint: String(value) };
  if (typeof value !== 'object') return undefined;
  if (state.seen.includes(value)) return undefined;
  return visitObject(value, { ...state, seen: [...state.seen, value] });
}

function visitObject(value, state) {
  if (value instanceof Verbatim) return value.json;
  if (value instanceof Error || value instanceof DOMException) return errorValue(value, state);
  if (value instanceof Date) return { $date: Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString() };
  if (value instanceof URL) return { $url: value.href };
  if (value instanceof ArrayBuffer) return { $bytes: Buffer.from(value).toString('base64') };
  if (ArrayBuffer.isView(value)) return { $bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') };
  if (value instanceof AbortSignal || value instanceof ReadableStream || value instanceof Promise) return undefined;
  if (value instanceof Headers) return headerValues(Object.fromEntries(value));
  if (Array.isArray(value)) return value.map(item => visit(item, state) ?? null);
  if (isGeneratedFile(value)) return generatedFile(value, state);
  return plainObject(value, state);
}

function plainObject(value, state) {
  const result = {};
  for (const [key, member] of Object.entries(value)) {
    if (!state.opaque && DROPPED_KEYS.has(key)) continue;
    const inner = { ...state, opaque: state.opaque || OPAQUE_KEYS.has(key) };
    const normal = isHeaders(key, member, inner) ? headerValues(visit(member, inner)) : visit(responseOf(key, member, inner), inner);
    if (normal !== undefined) result[key] = normal;
  }
  return result;
}

function responseOf(key, member, state) {
  if (key !== 'response' || state.opaque || member === null || typeof member !== 'object' || member instanceof Error) return member;
  const { body, ...rest } = member;
  return rest;
}

function isHeaders(key, member, state) {
  return (key === 'headers' || key === 'responseHeaders') && !state.opaque && member !== null && typeof member === 'object';
}

function headerValues(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !DROPPED_RESPONSE_HEADERS.has(name)));
}

function isGeneratedFile(value) {
  return !Object.hasOwn(value, 'base64') && typeof value.base64 === 'string' && typeof value.mediaType === 'string';
}

function generatedFile(value, state) {
  const { mediaType, base64, format, providerMetadata } = value;
  return visit({ mediaType, base64, format, providerMetadata }, state);
}

function errorValue(error, state) {
  if (ABORT_ERRORS.has(error.name)) return { $error: { name: error.name, abort: true } };
  if (isEngineError(error)) return { $error: { engine: true, name: error.name } };
  const result = { name: error.name, message: errorText(error.message) };
  for (const key of Object.keys(error)) {
    if (['name', 'message', 'stack', 'requestBodyValues', 'cause'].includes(key)) continue;
    const member = visit(responseOf(key, error[key], state), { ...state, opaque: key === 'data' || key === 'value' });
    if (member !== undefined) result[key] = key === 'responseHeaders' ? headerValues(member) : member;
  }
  const cause = visit(error.cause, state);
  return { $error: cause === undefined ? result : { ...result, cause } };
}

function isEngineError(error) {
  const code = typeof error.code === 'string' ? error.code : '';
  return ENGINE_ERRORS.test(error.name) || /^(UND_ERR|ECONN|ENOTFOUND|EPIPE|ERR_)/.test(code);
}

export function errorText(message) {
  return String(message).replace(COLOURS, '').replace(ENGINE_TAIL, '$1<engine-message>');
}
