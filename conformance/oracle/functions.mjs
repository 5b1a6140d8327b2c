// The canned functions of `$fn`: a case is JSON, so what its callbacks do is chosen from this closed table.

import { CaseError } from './case-error.mjs';
import { clock } from './clock.mjs';

const member = (value, path) => path.split('.').reduce((inner, step) => inner?.[step], value);

// What the members of an object are, without those that are not there.
const members = (value, keys, context) =>
  Object.fromEntries(keys.map(key => [key, context.normalize(member(value, key))]).filter(([, shown]) => shown != null));

const FUNCTIONS = {
  return: ({ value }) => async () => value,
  returnSync: ({ value }) => () => value,
  echo: () => async input => ({ echo: input }),
  throw: ({ message }) => async () => {
    throw new Error(message);
  },
  table: ({ key, rows, default: fallback }) => async input => (Object.hasOwn(rows, member(input, key)) ? rows[member(input, key)] : fallback),
  yield: ({ values, ms, message }) =>
    async function* () {
      for (const value of values) {
        if (ms !== undefined) await clock.wait(ms);
        yield value;
      }
      if (message !== undefined) throw new Error(message);
    },
  delay: ({ ms, value, message }) => async () => {
    await clock.wait(ms);
    if (message !== undefined) throw new Error(message);
    return value;
  },
  add: ({ keys }) => async input => keys.reduce((sum, key) => sum + input[key], 0),
  download: ({ values }) => async requests => requests.map((_, index) => values[index] ?? null),
  merge: ({ value }) => async input => ({ ...input, ...value }),
  pick: ({ keys }, context) => async (...args) => members(args.at(-1), keys, context),
  record: ({ name, value }, context) => (...args) => {
    context.events.push({ event: name, args: context.normalize(args.length > 1 ? args : args[0]) });
    return value;
  },
  note: ({ name, keys = [], value }, context) => argument => {
    context.events.push({ event: name, args: members(argument, keys, context) });
    return value;
  },
  prepareStep: ({ steps }) => async ({ stepNumber }) => steps[stepNumber] ?? {},
  sequence: ({ prefix }) => {
    let count = 0;
    return () => `${prefix}${count++}`;
  },
  messageMetadata: ({ on, value }) => ({ part }) => (part.type === on ? value : undefined),
  errorText: ({ text }) => () => text,
  repairFix: ({ value }) => async ({ toolCall }) => ({ ...toolCall, input: value }),
  repairRename: ({ value }) => async ({ toolCall }) => ({ ...toolCall, toolName: value }),
  repairNull: () => async () => null,
  repairText: ({ value }) => async () => value,
  toModelOutput: ({ prefix = '' }) => ({ output }) => ({ type: 'text', value: `${prefix}${JSON.stringify(output)}` }),
  isLargerThan: ({ key, value }) => async input => member(input, key) > value,
  convertData: ({ prefix }) => part => ({ type: 'text', text: `${prefix}${JSON.stringify(part.data)}` }),
};

export function createFunction({ do: name, ...options }, context) {
  const factory = FUNCTIONS[name];
  if (factory === undefined) throw new CaseError(`unknown function: ${name}`);
  return factory(options, context);
}
