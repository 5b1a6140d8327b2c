// The path an API call goes to, as a template: `${this.config.baseURL}/files/${id}` → `/files/{id}`.
import { ts } from '../upstream.mjs';
import { calledFunction, declarationOf, returnsOf, unwrap } from './syntax.mjs';

const MAX_STEPS = 6;
const BASE = /\{[^{}]*(base|origin)[^{}]*\}(?=[/?(|)]|$)/gi;

export function pathTemplate(context, node) {
  return template(context, node, MAX_STEPS).replace(BASE, '').replace(/(?<=.)\/$/, '') || '/';
}

function template(context, node, steps) {
  const next = other => template(context, other, steps - 1);
  const unwrapped = unwrap(node);
  if (steps === 0) return placeholder(unwrapped);
  if (ts.isStringLiteralLike(unwrapped)) return unwrapped.text;
  if (ts.isTemplateExpression(unwrapped)) {
    const spans = unwrapped.templateSpans.map(span => hole(context, span.expression, steps) + span.literal.text);
    return unwrapped.head.text + spans.join('');
  }
  if (ts.isBinaryExpression(unwrapped)) {
    const plus = unwrapped.operatorToken.kind === ts.SyntaxKind.PlusToken;
    return plus ? next(unwrapped.left) + next(unwrapped.right) : firstPath(next(unwrapped.left), next(unwrapped.right));
  }
  if (ts.isConditionalExpression(unwrapped)) return alternatives(next(unwrapped.whenTrue), next(unwrapped.whenFalse));
  if (ts.isIdentifier(unwrapped)) return initializerOf(context, unwrapped, next) ?? placeholder(unwrapped);
  if (ts.isCallExpression(unwrapped)) return callTemplate(context, unwrapped, next) ?? placeholder(unwrapped);
  if (ts.isNewExpression(unwrapped) && unwrapped.arguments?.length) return next(unwrapped.arguments[0]);
  return placeholder(unwrapped);
}

/** Inside of a template a name stays a placeholder unless it stands for a path itself. */
function hole(context, node, steps) {
  const inner = encoded(unwrap(node));
  const text = template(context, inner, steps - 1);
  const isPath = text.includes('/') || text.includes('?') || ts.isStringLiteralLike(inner);
  return isPath ? text : placeholder(inner);
}

/** What `encodePathSegment(x)`, `String(x)` and their like are handed. */
function encoded(node) {
  if (!ts.isCallExpression(node) || !node.arguments.length) return node;
  return /^(encode\w+|String|withoutTrailingSlash|resolve)$/.test(nameOf(node)) ? unwrap(node.arguments[0]) : node;
}

/** `build?.() ?? `${base}/messages``: the path counts, an address to fall back to does not. */
const firstPath = (left, right) => (!left.includes('/') && right.includes('/') && !right.includes('://') ? right : left);

const alternatives = (first, second) => (first === second ? first : `(${first}|${second})`);

function initializerOf(context, node, next) {
  const declaration = declarationOf(context, node);
  return declaration && ts.isVariableDeclaration(declaration) && declaration.initializer ? next(declaration.initializer) : null;
}

function callTemplate(context, node, next) {
  const [first] = node.arguments;
  const callee = unwrap(node.expression);
  if (first && ts.isObjectLiteralExpression(first)) {
    const path = first.properties.find(entry => entry.name?.text === 'path');
    if (path) return next(path.initializer ?? path.name);
  }
  if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'toString') return next(callee.expression);
  if (encoded(node) !== node) return next(encoded(node));
  const called = calledFunction(context, callee);
  const returned = called ? returnsOf(called) : [];
  return returned.length === 1 ? withArguments(node, called, next(returned[0]), next) : null;
}

/** What the call hands over takes the place of the parameters; those left out are their default, or nothing. */
function withArguments(call, { parameters }, text, next) {
  return parameters.reduce((path, parameter, index) => {
    const given = call.arguments[index] ?? parameter.initializer;
    return path.replaceAll(`{${parameter.name.getText()}}`, given ? next(given) : '');
  }, text);
}

const nameOf = node => {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isCallExpression(node)) return nameOf(unwrap(node.expression));
  return ts.isBinaryExpression(node) ? nameOf(unwrap(node.left)) : 'value';
};

const placeholder = node => `{${nameOf(node)}}`;
