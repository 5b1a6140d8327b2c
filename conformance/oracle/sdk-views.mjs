// The views of a streamed result, read side by side as a program would.

import { CaseError } from './case-error.mjs';
import { Verbatim } from './normalize.mjs';
import { decode } from './vocabulary.mjs';

export const defaultViews = ['stream', 'final'];

const STREAMS = ['stream', 'fullStream', 'textStream', 'partialOutputStream', 'elementStream', 'partialObjectStream'];
const OTHERS = ['uiMessageStream', 'uiResponse', 'textResponse', 'final'];

export async function readViews(result, names, keep, context, uiOptions) {
  const unknown = names.filter(name => !STREAMS.includes(name) && !OTHERS.includes(name));
  if (unknown.length > 0) throw new CaseError(`unknown view: ${unknown}`);
  const views = {};
  const options = decode(uiOptions ?? {}, context);
  await Promise.all(names.map(name => readView(name, { result, keep, options, views, context })));
  return Object.fromEntries(names.flatMap(name => [name, `${name}Error`]).filter(key => key in views).map(key => [key, views[key]]));
}

async function readView(name, { result, keep, options, views, context }) {
  try {
    if (STREAMS.includes(name)) await collect(result[name], name, views, context);
    else if (name === 'uiMessageStream') await collect(result.toUIMessageStream(options), name, views, context);
    else if (name === 'uiResponse') views[name] = await readResponse(result.toUIMessageStreamResponse(options));
    else if (name === 'textResponse') views[name] = await readResponse(result.toTextStreamResponse());
    else views[name] = await readProperties(result, keep, context);
  } catch (error) {
    views[`${name}Error`] = error;
  }
}

async function collect(stream, name, views, context) {
  views[name] = [];
  for await (const part of stream) views[name].push(context.normalize(part));
}

export async function readResponse(response) {
  return new Verbatim({ status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() });
}

// A property that rejects is shown as its error; the others are still shown.
async function readProperties(result, keep, context) {
  const read = async key => {
    try {
      return [key, context.normalize(await result[key])];
    } catch (error) {
      return [key, context.normalize(error)];
    }
  };
  return Object.fromEntries(await Promise.all(keep.map(read)));
}
