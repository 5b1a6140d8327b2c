// Error classes: the name they carry at run time, what their constructor takes, and what they add to their base.
import { byText, ts } from '../upstream.mjs';
import { TypeConverter } from './convert.mjs';
import { sourceName, sourceOf } from './program.mjs';

/** {ClassName: schema of the constructor's fields} for the exported error classes of the files. */
export function extractErrors(context, files) {
  const converter = new TypeConverter(context);
  for (const file of files) {
    for (const node of sourceOf(context, file).statements) if (isErrorClass(context, node)) defineError(converter, node);
  }
  return converter.bundle();
}

function isErrorClass({ checker }, node) {
  if (!ts.isClassDeclaration(node) || !node.name || !isExported(node)) return false;
  let type = checker.getTypeAtLocation(node.name);
  for (; type; [type] = checker.getBaseTypes(type) ?? []) if (type.symbol?.name === 'Error') return true;
  return false;
}

const isExported = node => node.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.ExportKeyword);

function defineError(converter, node) {
  const { folder } = converter.context;
  const className = node.name.text;
  const source = sourceName(folder, node, className);
  converter.define(className, source, () => ({
    ...constructorSchema(converter, node, className),
    'x-base': baseName(node),
    ...(errorName(node) && { 'x-error-name': errorName(node) }),
    'x-own': ownProperties(converter, node, className),
    'x-static': methodNames(node, true),
    'x-methods': methodNames(node, false),
  }));
}

const baseName = node => node.heritageClauses?.find(clause => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0].expression.getText() ?? null;

/** The fields of the one object most constructors take; parameters by position keep their names and order. */
function constructorSchema(converter, node, className) {
  const { checker } = converter.context;
  const written = node.members.find(ts.isConstructorDeclaration);
  if (!written) return { type: 'object', properties: {}, 'x-inherits-constructor': true };
  const [first, ...rest] = written.parameters;
  if (first && !rest.length && ts.isObjectBindingPattern(first.name)) return converter.structure(checker.getTypeAtLocation(first), className);
  return positional(converter, written.parameters, className);
}

function positional(converter, parameters, className) {
  const properties = {};
  const required = [];
  for (const parameter of parameters) {
    const name = parameter.name.getText();
    properties[name] = converter.convert(converter.context.checker.getTypeAtLocation(parameter), className);
    if (!parameter.questionToken && !parameter.initializer) required.push(name);
  }
  return { type: 'object', properties, ...(required.length && { required }), 'x-positional': Object.keys(properties) };
}

/** `const name = 'AI_APICallError'` beside the class, or `this.name = '…'`, or the literal handed to `super`. */
function errorName(node) {
  const file = node.getSourceFile();
  const constants = new Map();
  for (const statement of file.statements.filter(ts.isVariableStatement)) {
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer && ts.isStringLiteralLike(initializer)) constants.set(name.getText(), initializer.text);
    }
  }
  return handedName(node, constants);
}

function handedName(node, constants) {
  let found = null;
  const resolve = value => (ts.isStringLiteralLike(value) ? value.text : constants.get(value.getText()));
  const visit = child => {
    if (ts.isShorthandPropertyAssignment(child) && child.name.text === 'name') found ??= constants.get('name') ?? null;
    if (ts.isPropertyAssignment(child) && /^(name|errorName)$/.test(child.name.getText())) found ??= resolve(child.initializer) ?? null;
    if (ts.isPropertyDeclaration(child) && child.name.getText() === 'name' && child.initializer) found ??= resolve(child.initializer) ?? null;
    if (ts.isBinaryExpression(child) && child.left.getText() === 'this.name') found ??= resolve(child.right) ?? null;
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

function ownProperties(converter, node, className) {
  const { checker } = converter.context;
  const members = node.members.filter(member => ts.isPropertyDeclaration(member) && !ts.isComputedPropertyName(member.name) && !isHidden(member));
  return Object.fromEntries(members.map(member => {
    const schema = converter.convert(checker.getTypeAtLocation(member), className, member.type);
    return [member.name.getText(), { ...schema, ...(member.questionToken && { 'x-optional': true }) }];
  }));
}

const isHidden = member => member.modifiers?.some(({ kind }) => [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.StaticKeyword].includes(kind));

const methodNames = (node, wantStatic) => node.members
  .filter(member => ts.isMethodDeclaration(member) && !member.modifiers?.some(({ kind }) => [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword].includes(kind)))
  .filter(member => Boolean(member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)) === wantStatic)
  .map(member => member.name.getText()).sort(byText);
