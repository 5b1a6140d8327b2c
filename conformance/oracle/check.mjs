// The keys a case may have. Anything else is a mistake in the case, never silently ignored.

import { CaseError } from './case-error.mjs';

const KEYS = {
  case: ['format', 'id', 'title', 'tags', 'env', 'clock', 'unordered', 'provider', 'model', 'call', 'exchanges'],
  provider: ['package', 'entry', 'factory', 'settings'],
  model: ['kind', 'accessor', 'args'],
  call: ['api', 'method', 'args', 'function', 'middleware', 'observe', 'uiOptions', 'agent'],
  exchange: ['match', 'repeat', 'response'],
  match: ['method', 'url', 'urlSuffix', 'bodyContains'],
  response: ['status', 'statusText', 'headers', 'body', 'split', 'delayMs', 'chunkDelayMs', 'truncateAt', 'reset', 'hang'],
  body: ['json', 'text', 'base64', 'file', 'chunks', 'sseLines', 'awsEventStream', 'empty'],
  sseLines: ['lines', 'file', 'done', 'event'],
  awsEventStream: ['events', 'file'],
};

export function checkCase(testCase) {
  checkKeys('case', testCase);
  if (testCase.format !== 1) throw new CaseError(`unknown format: ${testCase.format}`);
  for (const part of ['provider', 'model', 'call']) checkKeys(part, testCase[part] ?? {});
  for (const exchange of testCase.exchanges ?? []) checkExchange(exchange);
}

function checkExchange(exchange) {
  checkKeys('exchange', exchange);
  checkKeys('match', exchange.match ?? {});
  checkKeys('response', exchange.response);
  const body = exchange.response.body ?? {};
  checkKeys('body', body);
  checkKeys('sseLines', body.sseLines ?? {});
  checkKeys('awsEventStream', body.awsEventStream ?? {});
}

function checkKeys(part, value) {
  const unknown = Object.keys(value).filter(key => !KEYS[part].includes(key));
  if (unknown.length > 0) throw new CaseError(`unknown key in ${part}: ${unknown.join(', ')}`);
}
