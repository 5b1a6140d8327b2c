// A request as the outcome shows it: original URL, the headers that are contract, and a readable body.

import { createHash } from 'node:crypto';

const DROPPED_HEADERS = new Set([
  'host', 'connection', 'content-length', 'user-agent', 'accept-encoding', 'accept-language', 'sec-fetch-mode',
  'transfer-encoding', 'keep-alive', 'cache-control', 'pragma', 'expect',
]);
const LONGEST_BASE64 = 1200;

export function normalizeRequest(incoming, bytes) {
  const contentType = incoming.headers['content-type'] ?? '';
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  const request = {
    method: incoming.method,
    url: decodeURIComponent(incoming.headers['x-replay-url']),
    headers: normalizeHeaders(incoming.headers, boundary),
  };
  if (bytes.length > 0) request.body = normalizeBody(contentType, boundary, bytes);
  return request;
}

function normalizeHeaders(headers, boundary) {
  const kept = Object.entries(headers).filter(
    ([name, value]) =>
      !DROPPED_HEADERS.has(name) && !name.startsWith('x-replay-') && !(name === 'accept' && value === '*/*'),
  );
  const readable = ([name, value]) => [name, boundary ? value.replace(boundary, '<boundary>') : value];
  return Object.fromEntries(kept.map(readable).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function normalizeBody(contentType, boundary, bytes) {
  if (contentType.startsWith('multipart/') && boundary) return { multipart: parseMultipart(bytes, boundary) };
  if (contentType.includes('x-www-form-urlencoded')) return { form: Object.fromEntries(new URLSearchParams(bytes.toString())) };
  return content(contentType, bytes);
}

function content(contentType, bytes) {
  const text = readableText(bytes);
  if (text !== undefined && /json/.test(contentType)) {
    try {
      return { json: JSON.parse(text) };
    } catch {
      return { text };
    }
  }
  if (text !== undefined) return { text };
  const base64 = bytes.toString('base64');
  if (base64.length <= LONGEST_BASE64) return { base64 };
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function readableText(bytes) {
  const text = bytes.toString('utf8');
  const exact = Buffer.from(text).equals(bytes);
  return exact && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text) ? text : undefined;
}

function parseMultipart(bytes, boundary) {
  const parts = [];
  const mark = Buffer.from(`--${boundary}`);
  let start = bytes.indexOf(mark) + mark.length + 2;
  for (let end = bytes.indexOf(mark, start); end !== -1; end = bytes.indexOf(mark, start)) {
    parts.push(parsePart(bytes.subarray(start, end - 2)));
    start = end + mark.length + 2;
  }
  return parts;
}

function parsePart(bytes) {
  const gap = bytes.indexOf('\r\n\r\n');
  const head = bytes.subarray(0, gap).toString();
  const contentType = /^content-type: *(.*)$/im.exec(head)?.[1].trim();
  const part = { name: /[; ]name="([^"]*)"/.exec(head)?.[1] };
  const filename = /filename="([^"]*)"/.exec(head)?.[1];
  if (filename !== undefined) part.filename = filename;
  if (contentType !== undefined) part.contentType = contentType;
  return { ...part, ...content(contentType ?? '', bytes.subarray(gap + 4)) };
}
