// The canned transforms of `$transform`, for streams of text.

import { CaseError } from './case-error.mjs';

const USAGE = { inputTokens: 1, inputTokenDetails: {}, outputTokens: 2, outputTokenDetails: {}, totalTokens: 3 };
const PERFORMANCE = {
  effectiveOutputTokensPerSecond: 2,
  effectiveTotalTokensPerSecond: 3,
  stepTimeMs: 1000,
  responseTimeMs: 1000,
  toolExecutionMs: {},
};
// Made when it is needed: the oracle replaces the class of dates.
const end = () => [
  { type: 'finish-step', finishReason: 'stop', rawFinishReason: 'cut', usage: USAGE, performance: PERFORMANCE, response: { id: 'cut', modelId: 'cut', timestamp: new Date(0) } },
  { type: 'finish', finishReason: 'stop', rawFinishReason: 'cut', totalUsage: USAGE },
];

const TRANSFORMS = {
  upperCase: () => part => [part.type === 'text-delta' ? { ...part, text: part.text.toUpperCase() } : part],
  drop: ({ type }) => part => (part.type === type ? [] : [part]),
  // Ends the stream at a word; whoever ends it says so itself.
  stopAt: ({ word }, stopStream) => part => {
    if (part.type !== 'text-delta' || !part.text.includes(word)) return [part];
    stopStream();
    return end();
  },
};

export function createTransform({ do: name, ...options }) {
  const factory = TRANSFORMS[name];
  if (factory === undefined) throw new CaseError(`unknown transform: ${name}`);
  return ({ stopStream }) => {
    const change = factory(options, stopStream);
    return new TransformStream({
      transform(part, controller) {
        for (const changed of change(part)) controller.enqueue(changed);
      },
    });
  };
}
