// Turns the `response` of an exchange into the byte pieces that are written to the socket.

import { encodeEventFrame } from './aws-event-stream.mjs';
import { CaseError } from './case-error.mjs';

export function responsePieces(response, fixtures) {
  const { chunks, streamed } = bodyChunks(response.body ?? { empty: true }, fixtures);
  const whole = Buffer.concat(chunks);
  const kept = response.truncateAt === undefined ? whole : whole.subarray(0, keptLength(whole.length, response.truncateAt));
  const pieces = splitBytes(kept, response.split ?? 'as-is', chunks).filter(piece => piece.length > 0);
  return { pieces, streamed, length: kept.length };
}

function keptLength(length, truncateAt) {
  return truncateAt < 0 ? Math.max(0, length + truncateAt) : Math.min(length, truncateAt);
}

function bodyChunks(body, fixtures) {
  if (body.empty) return { chunks: [], streamed: false };
  if ('json' in body) return { chunks: [Buffer.from(JSON.stringify(body.json))], streamed: false };
  if ('text' in body) return { chunks: [Buffer.from(body.text)], streamed: false };
  if ('base64' in body) return { chunks: [Buffer.from(body.base64, 'base64')], streamed: false };
  if ('file' in body) return { chunks: [fixtures.read(body.file)], streamed: false };
  if ('chunks' in body) return { chunks: body.chunks.map(chunkBytes), streamed: true };
  if ('sseLines' in body) return { chunks: eventLines(body.sseLines, fixtures), streamed: true };
  if ('awsEventStream' in body) return { chunks: eventFrames(body.awsEventStream, fixtures), streamed: true };
  throw new CaseError(`unknown body: ${Object.keys(body)}`);
}

function chunkBytes(chunk) {
  return typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.base64, 'base64');
}

function eventLines({ lines, file, done, event }, fixtures) {
  const chunks = (lines ?? fixtures.lines(file)).map(line => {
    const text = typeof line === 'string' ? line : JSON.stringify(line);
    const name = event === 'type' ? `event: ${(typeof line === 'string' ? JSON.parse(line) : line).type}\n` : '';
    return Buffer.from(`${name}data: ${text}\n\n`);
  });
  return done ? [...chunks, Buffer.from('data: [DONE]\n\n')] : chunks;
}

function eventFrames({ events, file }, fixtures) {
  return (events ?? fixtures.lines(file).map(line => JSON.parse(line))).map(encodeEventFrame);
}

// `as-is` keeps the chunks of the case as they are; a truncation may have cut the last of them.
function splitBytes(bytes, split, chunks) {
  if (split === 'whole') return [bytes];
  const sizes = split === 'as-is' ? chunks.map(chunk => chunk.length) : undefined;
  const next = sizes ? () => sizes.shift() ?? bytes.length : sizeSource(split);
  const pieces = [];
  for (let offset = 0; offset < bytes.length; ) {
    const size = next();
    pieces.push(bytes.subarray(offset, offset + size));
    offset += size;
  }
  return pieces;
}

function sizeSource(split) {
  if (split === 'byte') return () => 1;
  if (split.bytes !== undefined) return () => split.bytes;
  let state = split.seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 1 + ((state >>> 8) % split.max);
  };
}
