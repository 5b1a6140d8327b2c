// The TypeScript client of the benchmarks: node client.mjs FOLDER_WITH_NODE_MODULES URL PLAN_JSON LEVEL; prints JSON.
// LEVEL is `provider` (doGenerate, doStream) or `core` (generateText, streamText).
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [folder, url, planText, level] = process.argv.slice(2);
const plan = JSON.parse(planText);
const require = createRequire(`${folder}/package.json`);
const { createOpenAICompatible } = await import(pathToFileURL(require.resolve('@ai-sdk/openai-compatible')));
const provider = createOpenAICompatible({ name: 'bench', baseURL: url });
const options = { prompt: [{ role: 'user', content: [{ type: 'text', text: 'Say hello.' }] }] };

const levels = {
  provider: {
    call: () => provider('bench').doGenerate(options),
    pieces: async model => {
      const { stream } = await model.doStream(options);
      return stream;
    },
    counts: part => part.type === 'text-delta',
  },
  core: {
    call: () => core.generateText({ model: provider('bench'), prompt: 'Say hello.' }),
    pieces: async model => core.streamText({ model, prompt: 'Say hello.' }).textStream,
    counts: () => true,
  },
};
const core = level === 'core' ? await import(pathToFileURL(require.resolve('ai'))) : undefined;
const { call, pieces, counts } = levels[level];

async function stream(words) {
  let count = 0;
  for await (const part of await pieces(provider(`words-${words}`))) {
    if (counts(part)) count += 1;
  }
  if (count !== words) throw new Error(`${count} pieces of text came instead of ${words}`);
}

async function cost(work, count) {
  const start = process.cpuUsage();
  await work();
  const used = process.cpuUsage(start);
  return (used.user + used.system) / count;
}

const repeat = async (work, times) => {
  for (let i = 0; i < times; i += 1) await work();
};
const atOnce = () =>
  Promise.all(Array.from({ length: plan.inFlight }, () => repeat(call, plan.inFlightCalls / plan.inFlight)));

await repeat(call, 20);
await repeat(() => stream(plan.shortStream), 3);
const results = { call: await cost(() => repeat(call, plan.calls), plan.calls) };
results.call_in_flight = await cost(atOnce, plan.inFlightCalls);
results.chunk_short = await cost(() => repeat(() => stream(plan.shortStream), 20), plan.shortStream * 20);
const before = process.memoryUsage().rss;
results.chunk_long = await cost(() => stream(plan.longStream), plan.longStream);
results.growth_mb = (process.memoryUsage().rss - before) / 1024 / 1024;
console.log(JSON.stringify(results));
process.exit(0);
