// node main.mjs < job.json: runs each case of the job twice and prints one JSON line a case.

import { readFileSync } from 'node:fs';
import { join, relative, isAbsolute } from 'node:path';
import { text } from 'node:stream/consumers';
import { runCall } from './call.mjs';
import { checkCase } from './check.mjs';
import { clock, installClock } from './clock.mjs';
import { mergeWorlds } from './merge.mjs';
import { createReplayFetch, escapes, installEscapeGuard } from './network.mjs';
import { normalize } from './normalize.mjs';
import { Packages } from './packages.mjs';
import { Run, startServer } from './server.mjs';
import { enterWorld, installRandom } from './world.mjs';

class Fixtures {
  constructor(folder) {
    this.folder = folder;
  }
  read(path) {
    const found = relative(this.folder, join(this.folder, path));
    if (found.startsWith('..') || isAbsolute(found)) throw new Error(`fixture outside of the suite: ${path}`);
    return readFileSync(join(this.folder, path));
  }
  lines(path) {
    return this.read(path).toString('utf8').split('\n').filter(line => line.trim() !== '');
  }
}

async function main() {
  const job = JSON.parse(await text(process.stdin));
  const packages = new Packages(job.packages);
  const state = { run: undefined, count: 0 };
  const server = await startServer(() => state.run);
  const replayFetch = createReplayFetch({ port: server.address().port, currentRun: () => state.run?.id ?? 'none' });
  globalThis.fetch = replayFetch;
  globalThis.AI_SDK_LOG_WARNINGS = false;
  packages.replaceDownloadFetch((...args) => replayFetch(...args));
  installEscapeGuard();
  installClock();
  installRandom();
  process.on('unhandledRejection', () => clock.touch());
  const shared = { packages, fixtures: new Fixtures(job.suite), fetch: (...args) => replayFetch(...args), state };
  for (const path of job.cases) process.stdout.write(`${JSON.stringify(await record(join(job.suite, path), shared))}\n`);
  process.exit(0);
}

async function record(path, shared) {
  const testCase = JSON.parse(readFileSync(path, 'utf8'));
  try {
    checkCase(testCase);
    await preload(testCase, shared);
    const worlds = [];
    for (const world of [0, 1]) worlds.push(await runOnce(testCase, world, shared));
    if (worlds[0].status !== worlds[1].status) throw new Error('the two worlds end differently');
    const oracle = shared.packages.versions(testCase);
    return { id: testCase.id, outcome: { case: testCase.id, oracle, ...mergeWorlds(...worlds) } };
  } catch (error) {
    return { id: testCase.id, failure: String(error?.stack ?? error) };
  }
}

// Modules are read from disk before the clock of a run starts.
async function preload(testCase, { packages }) {
  if (testCase.provider) await packages.provider(testCase.provider);
  if (testCase.call.api === 'sdk') await packages.load('ai');
}

async function runOnce(testCase, world, { state, ...shared }) {
  enterWorld(world, testCase);
  escapes.length = 0;
  const run = (state.run = new Run(String(++state.count), testCase, shared.fixtures));
  const context = { ...shared, events: [], normalize };
  if (testCase.call.api === 'sdk') context.ai = await shared.packages.load('ai');
  const result = await runCall(testCase, context);
  await clock.quietTurns();
  state.run = undefined;
  reject(result, run);
  return outcomeOf(testCase, result, run, context);
}

function reject(result, run) {
  if (run.failures.length > 0) throw new Error(run.failures.join('\n'));
  if (escapes.length > 0) throw new Error(`the call left the machine: ${escapes.join(', ')}`);
  if (result.status === 'hang') throw new Error('the call never settled');
  if (run.unexpected > 0) throw new Error(`${run.unexpected} request(s) found no exchange`);
}

function outcomeOf(testCase, result, run, context) {
  const key = request => JSON.stringify([request.url, request.body ?? null]);
  const requests = testCase.unordered ? run.requests.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) : run.requests;
  const { status, ...rest } = result;
  return JSON.parse(JSON.stringify({
    status,
    requests,
    ...rest,
    events: context.events.length > 0 ? context.events : undefined,
    sleeps: clock.sleeps.length > 0 ? clock.sleeps : undefined,
    unusedExchanges: run.unused > 0 ? run.unused : undefined,
  }));
}

await main();
