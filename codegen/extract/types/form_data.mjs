// Field names of multipart bodies: FormData is filled by calls, so its type says nothing.
import { ts } from '../upstream.mjs';

/** {name: type | null} in the order of the text; null for names that are computed. */
export function formFields(context, call) {
  for (let scope = call.parent; scope; scope = scope.parent) {
    if (!ts.isFunctionLike(scope) && !ts.isClassLike(scope) && !ts.isSourceFile(scope)) continue;
    const fields = fieldsWithin(context, scope);
    if (Object.keys(fields).length) return fields;
  }
  return {};
}

function fieldsWithin(context, scope) {
  const fields = {};
  const visit = node => {
    if (ts.isCallExpression(node)) Object.assign(fields, appended(context, node), converted(context, node));
    if (ts.isObjectLiteralExpression(node)) Object.assign(fields, multipartPart(context, node));
    ts.forEachChild(node, visit);
  };
  visit(scope);
  return fields;
}

/** `formData.append('file', blob)`. */
function appended({ checker }, node) {
  const { expression, arguments: [name, value] } = node;
  if (!ts.isPropertyAccessExpression(expression) || !['append', 'set'].includes(expression.name.text)) return {};
  if (checker.getTypeAtLocation(expression.expression).symbol?.name !== 'FormData' || !value) return {};
  return named(checker, name, checker.getTypeAtLocation(value));
}

/** `convertToFormData<Fields>({ … })`. */
function converted({ checker }, node) {
  if (!ts.isIdentifier(node.expression) || node.expression.text !== 'convertToFormData') return {};
  const [written] = node.typeArguments ?? [];
  const type = written ? checker.getTypeFromTypeNode(written) : checker.getTypeAtLocation(node.arguments[0]);
  return Object.fromEntries(checker.getPropertiesOfType(type).map(symbol => [symbol.name, checker.getTypeOfSymbol(symbol)]));
}

/** `{ name: 'purpose', value }`: a part of a streamed multipart body. */
function multipartPart({ checker }, node) {
  const property = key => node.properties.find(entry => entry.name?.text === key);
  const name = property('name');
  const kind = property('type') ?? property('kind');
  const value = property('value') ?? property('data') ?? property('content');
  if (!name?.initializer || !kind || !value) return {};
  return named(checker, name.initializer, checker.getTypeAtLocation(value.initializer ?? value.name));
}

function named(checker, name, type) {
  const written = checker.getTypeAtLocation(name);
  const names = (written.isUnion() ? written.types : [written]).filter(part => part.isStringLiteral()).map(part => part.value);
  return Object.fromEntries((names.length ? names : ['']).map(text => [text, text ? type : null]));
}
