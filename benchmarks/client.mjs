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
    embed: () => provider.embeddingModel('bench').doEmbed({ values: plan.texts }),
  },
  core: {
    call: () => core.generateText({ model: provider('bench'), prompt: 'Say hello.' }),
    pieces: async model => core.streamText({ model, prompt: 'Say hello.' }).textStream,
    counts: () => true,
    embed: () => core.embedMany({ model: provider.embeddingModel('bench'), values: plan.texts }),
  },
};
const core = level === 'core' ? await import(pathToFileURL(require.resolve('ai'))) : undefined;
const { call, pieces, counts, embed } = levels[level];

async function stream(words, pace = 'words') {
  let count = 0;
  for await (const part of await pieces(provider(`${pace}-${words}`))) {
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

// Many streams at once, which the server sends at a pace, and how late the event loop is meanwhile.
async function paced() {
  const chunks = plan.pacedStreams * plan.pacedWords;
  const lags = [];
  let start = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    lags.push(Math.max(0, now - start - plan.tickMs));
    start = now;
  }, plan.tickMs);
  const began = performance.now();
  const all = () => Promise.all(Array.from({ length: plan.pacedStreams }, () => stream(plan.pacedWords, 'paced')));
  const used = await cost(all, chunks);
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  lags.sort((a, b) => a - b);
  return { chunk_paced: used, chunks_per_second: chunks / seconds, lag_p99: lags[Math.floor(lags.length * 0.99)] };
}

await repeat(call, 20);
await repeat(() => stream(plan.shortStream), 3);
const results = { call: await cost(() => repeat(call, plan.calls), plan.calls) };
results.call_in_flight = await cost(atOnce, plan.inFlightCalls);
results.chunk_short = await cost(() => repeat(() => stream(plan.shortStream), 20), plan.shortStream * 20);
const before = process.memoryUsage().rss;
results.chunk_long = await cost(() => stream(plan.longStream), plan.longStream);
results.growth_mb = (process.memoryUsage().rss - before) / 1024 / 1024;
Object.assign(results, await paced());
await repeat(embed, 3);
results.embed = await cost(() => repeat(embed, plan.embedCalls), plan.embedCalls);
console.log(JSON.stringify(results));
process.exit(0);
