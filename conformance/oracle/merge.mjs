// Lays the outcomes of the two worlds over each other: what differs is not contract and becomes a placeholder.

import { startOf } from './world.mjs';

const ISO = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const DAY_MS = 86_400_000;

export function mergeWorlds(first, second) {
  return merge(first, second, new Map());
}

function merge(a, b, generated) {
  if (typeof a === 'string' && typeof b === 'string') return mergeText(a, b, generated);
  if (typeof a === 'number' && typeof b === 'number') return a === b ? a : mergeNumber(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return mergeArray(a, b, generated);
  if (isObject(a) && isObject(b)) return mergeObject(a, b, generated);
  return a === b ? a : '<varies>';
}

function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function mergeArray(a, b, generated) {
  return a.length === b.length ? a.map((item, index) => merge(item, b[index], generated)) : '<varies>';
}

// Keys are paired in order, because a generated id may be a key.
function mergeObject(a, b, generated) {
  const keys = Object.keys(a);
  const others = Object.keys(b);
  if (keys.length !== others.length) return '<varies>';
  return Object.fromEntries(
    keys.map((key, index) => {
      const other = Object.hasOwn(b, key) ? key : others[index];
      return [mergeText(key, other, generated), merge(a[key], b[other], generated)];
    }),
  );
}

function isNear(milliseconds, world) {
  return Math.abs(milliseconds - startOf(world)) < DAY_MS;
}

function mergeNumber(a, b) {
  if (isNear(a, 0) && isNear(b, 1)) return '<now-ms>';
  if (isNear(a * 1000, 0) && isNear(b * 1000, 1)) return '<now-s>';
  return '<varies>';
}

function mergeText(a, b, generated) {
  if (a === b) return a;
  const [left, right] = [maskTimes(a, 0), maskTimes(b, 1)];
  if (left === right) return left;
  if (left.length !== right.length) return '<varies>';
  return mergeCharacters(left, right, generated);
}

function maskTimes(text, world) {
  return text
    .replace(ISO, time => (isNear(Date.parse(time), world) ? '<now>' : time))
    .replace(/\d{13}/g, digits => (isNear(Number(digits), world) ? '<now-ms>' : digits))
    .replace(/\d{10}/g, digits => (isNear(Number(digits) * 1000, world) ? '<now-s>' : digits));
}

// Generated characters differ in every position, so a run of differences is exactly one id. The fixed characters of a
// UUID (dashes, version and variant) lie inside such a run.
function mergeCharacters(a, b, generated) {
  const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/y;
  let text = '';
  for (let index = 0; index < a.length; ) {
    if (a[index] === b[index]) {
      text += a[index++];
      continue;
    }
    UUID.lastIndex = index;
    let end = UUID.test(a) ? UUID.lastIndex : index;
    while (end < a.length && a[end] !== b[end]) end++;
    text += placeholder(`${a.slice(index, end)}\n${b.slice(index, end)}`, generated);
    index = end;
  }
  return text;
}

function placeholder(pair, generated) {
  if (!generated.has(pair)) generated.set(pair, `<gen-${generated.size + 1}>`);
  return generated.get(pair);
}
