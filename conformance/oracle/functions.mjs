// The canned functions of `$fn`: a case is JSON, so what its callbacks do is chosen from this closed table.

import { CaseError } from './case-error.mjs';

const FUNCTIONS = {
  return: ({ value }) => async () => value,
  returnSync: ({ value }) => () => value,
  echo: () => async input => ({ echo: input }),
  throw: ({ message }) => async () => {
    throw new Error(message);
  },
  table: ({ key, rows, default: fallback }) => async input => (Object.hasOwn(rows, input?.[key]) ? rows[input[key]] : fallback),
  yield: ({ values }) =>
    async function* () {
      yield* values;
    },
  add: ({ keys }) => async input => keys.reduce((sum, key) => sum + input[key], 0),
  record: ({ name }, context) => (...args) => {
    context.events.push({ event: name, args: context.normalize(args.length > 1 ? args : args[0]) });
  },
  prepareStep: ({ steps }) => async ({ stepNumber }) => steps[stepNumber] ?? {},
  sequence: ({ prefix }) => {
    let count = 0;
    return () => `${prefix}${count++}`;
  },
  messageMetadata: ({ on, value }) => ({ part }) => (part.type === on ? value : undefined),
  errorText: ({ text }) => () => text,
  convertData: ({ prefix }) => part => ({ type: 'text', text: `${prefix}${JSON.stringify(part.data)}` }),
};

export function createFunction({ do: name, ...options }, context) {
  const factory = FUNCTIONS[name];
  if (factory === undefined) throw new CaseError(`unknown function: ${name}`);
  return factory(options, context);
}
