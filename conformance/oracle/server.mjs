// The replay server: hands out the canned exchanges of the running case over real loopback sockets.

import http from 'node:http';
import { clock, turn } from './clock.mjs';
import { normalizeRequest } from './request.mjs';
import { responsePieces } from './body.mjs';

// One run = one case in one world. A request that belongs to another run gets nothing from this one.
export class Run {
  constructor(id, testCase, fixtures) {
    this.id = id;
    this.exchanges = (testCase.exchanges ?? []).map(exchange => ({ ...exchange, used: false }));
    this.fixtures = fixtures;
    this.requests = [];
    this.unexpected = 0;
    this.failures = [];
  }

  take(request) {
    const found = this.exchanges.find(exchange => (!exchange.used || exchange.repeat) && accepts(exchange.match, request));
    if (found) found.used = true;
    else this.unexpected += 1;
    return found;
  }

  get unused() {
    return this.exchanges.filter(exchange => !exchange.used && !exchange.repeat).length;
  }
}

function accepts(match = {}, request) {
  return (
    (match.method === undefined || match.method === request.method) &&
    (match.url === undefined || match.url === request.url) &&
    (match.urlSuffix === undefined || request.url.endsWith(match.urlSuffix)) &&
    (match.bodyContains === undefined || JSON.stringify(request.body ?? null).includes(match.bodyContains))
  );
}

export async function startServer(currentRun) {
  const server = http.createServer((incoming, outgoing) => {
    const id = incoming.headers['x-replay-request'];
    outgoing.on('close', () => clock.end(id));
    handle(currentRun(), id, incoming, outgoing).catch(error => {
      currentRun()?.failures.push(String(error?.stack ?? error));
      outgoing.destroy();
    });
  });
  server.keepAliveTimeout = 0;
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function handle(run, id, incoming, outgoing) {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  clock.touch();
  outgoing.sendDate = false;
  if (run === undefined || incoming.headers['x-replay-run'] !== run.id) return outgoing.writeHead(599).end();
  const request = normalizeRequest(incoming, Buffer.concat(chunks));
  run.requests.push(request);
  const exchange = run.take(request);
  if (exchange === undefined) return outgoing.writeHead(599).end();
  await respond(exchange.response, run, id, outgoing);
}

async function respond(response, run, id, outgoing) {
  if (response.hang) return clock.end(id);
  if (response.delayMs) await pause(response.delayMs, id);
  if (response.reset === 'before-headers') return outgoing.socket.destroy();
  const { pieces, streamed, length } = responsePieces(response, run.fixtures);
  // One connection a request, so that none is reused half closed. A reset must find the client waiting for more: no
  // length that the body could fulfil, no announced close that would make the missing end of a chunked body a clean one.
  if (!streamed && !response.reset) outgoing.setHeader('content-length', length);
  if (!response.reset) outgoing.setHeader('connection', 'close');
  outgoing.writeHead(response.status, response.statusText, Object.entries(response.headers ?? {}).flat());
  outgoing.flushHeaders();
  await writePieces(response, pieces, id, outgoing);
  if (response.reset === 'after-body') {
    await clock.quietTurns();
    return outgoing.socket?.destroy();
  }
  outgoing.end();
}

async function writePieces(response, pieces, id, outgoing) {
  let first = true;
  for (const piece of pieces) {
    if (!first && response.chunkDelayMs) await pause(response.chunkDelayMs, id);
    first = false;
    if (outgoing.destroyed) return;
    await new Promise(resolve => outgoing.write(piece, resolve));
    clock.touch();
    await turn();
  }
}

// While the server waits on the virtual clock, its request does not hold the clock back.
async function pause(milliseconds, id) {
  const resumed = clock.wait(milliseconds);
  clock.end(id);
  await resumed;
  clock.begin(id);
}
