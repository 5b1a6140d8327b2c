// Runs one case in one world and collects its outcome.

import { CaseError } from './case-error.mjs';
import { clock } from './clock.mjs';
import { normalize, normalizeError } from './normalize.mjs';
import { callSdk } from './sdk.mjs';
import { accessModel, decode } from './vocabulary.mjs';

export async function runCall(testCase, context) {
  const work = perform(testCase, context).then(
    result => ({ status: 'ok', result: dropUndefined(normalize(result)) }),
    error => {
      if (error instanceof CaseError) throw error;
      return { status: 'error', error: normalizeError(error) };
    },
  );
  return (await clock.drive(work)) ? work : { status: 'hang' };
}

function dropUndefined(value) {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

async function perform({ provider: declaration, model, call }, context) {
  if (declaration) {
    const module = await context.packages.provider(declaration);
    if (typeof module[declaration.factory] !== 'function') throw new CaseError(`no factory ${declaration.factory}`);
    const settings = decode(declaration.settings ?? {}, context);
    context.provider = module[declaration.factory]({ ...settings, fetch: context.fetch });
  }
  if (call.api === 'sdk') return callSdk(call, model, context);
  const target = call.api === 'provider' ? context.provider : accessModel(context.provider, decode(model, context));
  const args = decode(call.args ?? [], context);
  if (typeof target[call.method] !== 'function') throw new CaseError(`no method ${call.method}`);
  const result = await target[call.method](...args);
  return call.method === 'doStream' ? readStreamResult(result) : result;
}

async function readStreamResult({ stream, ...rest }) {
  const { parts, error } = await readParts(stream);
  return { ...rest, stream: parts, ...(error && { streamError: error.thrown }) };
}

// A part is normalised when it arrives: later mutation of a shared object must not change what was seen.
export async function readParts(stream) {
  const parts = [];
  try {
    for await (const part of stream) parts.push(normalize(part));
  } catch (thrown) {
    return { parts, error: { thrown } };
  }
  return { parts };
}
