// Bodies whose type was widened on the way (`Record<string, unknown>`, any): the values they are made of still know
// their fields, and so do the assignments made to them later.
import { ts } from '../upstream.mjs';
import { namingSymbol } from './names.mjs';
import { calledFunction, declarationOf, returnsOf, unwrap } from './syntax.mjs';

const { TypeFlags } = ts;
const SHAPES = TypeFlags.Object | TypeFlags.Intersection | TypeFlags.Union;
const WIDE = TypeFlags.Any | TypeFlags.Unknown;
const TRANSFORM = /transform|clean|remove|omit|strip|filter|entries/i;
const MAX_STEPS = 6;

/** {types, assigned, widened}: the type of a body, or the types it was made of and the fields assigned one by one. */
export function bodyTypes(context, type, expression) {
  const found = { types: new Set(), assigned: new Map() };
  if (isOpen(context, type) || spreadsOpen(context, expression)) collect(context, expression, found, MAX_STEPS);
  const widened = found.types.size + found.assigned.size > 0;
  return { types: widened ? [...found.types] : [type], assigned: found.assigned, widened };
}

/** `any`, `unknown`, or a nameless object that may have any other key. */
function isOpen({ program, checker }, type) {
  if (type.flags & WIDE) return true;
  return !namingSymbol(program, type) && checker.getIndexInfosOfType(type).some(index => index.type.flags & WIDE);
}

/** `{ ...args, stream: true }`: spreading a wide value leaves only the fields written beside it. */
function spreadsOpen(context, node) {
  const value = ts.isIdentifier(node) ? declarationOf(context, node)?.initializer : node;
  if (!value || !ts.isObjectLiteralExpression(value)) return false;
  const isWide = part => isOpen(context, context.checker.getTypeAtLocation(part.expression));
  return value.properties.filter(ts.isSpreadAssignment).some(isWide);
}

const hasFields = ({ checker }, type) => Boolean(type.flags & SHAPES) && checker.getPropertiesOfType(type).length > 0;

function collect(context, expression, found, steps) {
  const next = other => collect(context, other, found, steps - 1);
  if (steps === 0 || !expression) return;
  const node = unwrap(expression);
  if (ts.isIdentifier(node)) fromName(context, node, found, next);
  else if (ts.isObjectLiteralExpression(node)) fromLiteral(context, node, found, next);
  else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(next);
  else if (ts.isCallExpression(node)) fromCall(context, node, found, next);
}

/** A literal knows its own fields; what it spreads may be wide again. */
function fromLiteral(context, node, found, next) {
  for (const part of node.properties.filter(ts.isSpreadAssignment)) {
    if (isOpen(context, context.checker.getTypeAtLocation(part.expression))) next(part.expression);
  }
  const type = context.checker.getTypeAtLocation(node);
  if (hasFields(context, type)) found.types.add(type);
}

/** `this.transformRequestBody(args)`: a body in, a body out. */
function fromCall(context, node, found, next) {
  if (TRANSFORM.test(node.expression.getText())) node.arguments.forEach(next);
}

function fromName(context, node, found, next) {
  const type = context.checker.getTypeAtLocation(node);
  if (!isOpen(context, type) && !spreadsOpen(context, node)) {
    if (hasFields(context, type)) found.types.add(type);
    return;
  }
  const declaration = declarationOf(context, node);
  if (!declaration) return;
  if (ts.isVariableDeclaration(declaration)) next(declaration.initializer);
  if (ts.isBindingElement(declaration)) returnedAs(context, declaration).forEach(next);
  if (ts.isIdentifier(declaration.name)) collectAssigned(context, declaration, found, next);
}

/** `const { args } = await this.getArgs()`: what the function called returns as `args`. */
function returnedAs(context, element) {
  const variable = element.parent.parent;
  const source = ts.isVariableDeclaration(variable) && variable.initializer;
  return source ? returnedValues(context, source, (element.propertyName ?? element.name).getText(), MAX_STEPS) : [];
}

/** The values a call returns under a name; a function that returns another call returns what that one does. */
function returnedValues(context, source, name, steps) {
  const value = unwrap(source);
  if (ts.isObjectLiteralExpression(value)) {
    const property = value.properties.find(entry => entry.name?.getText() === name);
    return property ? [property.initializer ?? property.name] : [];
  }
  const called = ts.isCallExpression(value) && steps > 0 ? calledFunction(context, value.expression) : null;
  return called ? returnsOf(called).flatMap(expression => returnedValues(context, expression, name, steps - 1)) : [];
}

/** `body.seed = seed`, `body['seed'] = seed` and `body = { … }`, anywhere in the function that declares `body`. */
function collectAssigned({ checker }, declaration, found, next) {
  let scope = declaration.parent;
  while (!ts.isFunctionLike(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  const visit = node => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const key = assignedKey(node.left, declaration.name.text);
      if (key) found.assigned.set(key, checker.getTypeAtLocation(node.right));
      if (node.left.getText() === declaration.name.text) next(node.right);
    }
    ts.forEachChild(node, visit);
  };
  visit(scope);
}

function assignedKey(target, name) {
  if (target.expression?.getText() !== name) return null;
  if (ts.isPropertyAccessExpression(target)) return target.name.text;
  const key = ts.isElementAccessExpression(target) ? target.argumentExpression : null;
  return key && ts.isStringLiteralLike(key) ? key.text : null;
}
