// One of the two worlds a case runs in: random numbers, start of time and environment, all set from outside.

import nodeCrypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { clock } from './clock.mjs';

const STARTS = [Date.UTC(2025, 2, 4, 5, 6, 7, 89), Date.UTC(2031, 10, 12, 13, 14, 15, 161)];
const KEPT_VARIABLES = new Set(['PATH', 'HOME', 'TZ', 'LANG', 'LC_ALL', 'TMPDIR', 'SYSTEMROOT']);

const random = { world: 0, state: 0 };

export function enterWorld(world, testCase) {
  random.world = world;
  random.state = 20240229 + world;
  clock.stride = world === 0 ? 1.25 : 7.75;
  const pinned = testCase.clock === undefined ? undefined : Date.parse(testCase.clock);
  clock.reset({ start: pinned ?? STARTS[world], frozen: pinned !== undefined });
  setEnvironment(testCase.env ?? {});
}

export function startOf(world) {
  return STARTS[world];
}

function setEnvironment(variables) {
  for (const name of Object.keys(process.env)) {
    if (!KEPT_VARIABLES.has(name)) delete process.env[name];
  }
  Object.assign(process.env, variables);
}

// World 0 draws from [0, 1/2) and world 1 from [1/2, 1): whatever is made from these numbers differs at every character.
function fraction() {
  random.state = (Math.imul(random.state, 1664525) + 1013904223) >>> 0;
  return (random.state / 2 ** 32 + random.world) / 2;
}

export function installRandom() {
  Math.random = fraction;
  const fill = array => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let index = 0; index < bytes.length; index++) bytes[index] = Math.floor(fraction() * 256);
    return array;
  };
  const uuid = () =>
    'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', () => Math.floor(fraction() * 16).toString(16));
  globalThis.crypto.getRandomValues = fill;
  globalThis.crypto.randomUUID = uuid;
  nodeCrypto.randomUUID = uuid;
  nodeCrypto.randomBytes = size => Buffer.from(fill(new Uint8Array(size)));
  syncBuiltinESMExports();
}
