import type { z } from 'zod';
import { EXIT, UserError } from '../../base/errors.ts';

/** Output that its own schema refuses: a defect of the program, never written. */
export class OutputError extends UserError {
  constructor(name: string, problems: string) {
    super(EXIT.schema, {
      en: `${name} does not satisfy its schema and was not written: ${problems}. This is a bug; please report it with the file.`,
      zh: `${name} 不符合自身的 schema，未写出：${problems}。这是程序缺陷，请附文件报告。`,
    });
    this.name = 'OutputError';
  }
}

const MAX_PROBLEMS = 3;

/** Throws OutputError when `value` is not what `schema` promises. */
function checkOutput(name: string, schema: z.ZodType, value: unknown): void {
  const result = schema.safeParse(value);
  if (result.success) return;
  const problems = result.error.issues.slice(0, MAX_PROBLEMS).map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`);
  throw new OutputError(name, problems.join('; '));
}

/** JSON with a line for each member down to `depth`; what is deeper stands on one line: a table row, a cell, an equation. */
export function layOut(value: unknown, depth: number, indent = ''): string {
  if (depth === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const members = isList
    ? value.map((item) => layOut(item, depth - 1, inner))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => `${JSON.stringify(key)}: ${layOut(member, depth - 1, inner)}`);
  if (members.length === 0) return isList ? '[]' : '{}';
  const body = members.map((member) => `\n${inner}${member}`).join(',');
  return isList ? `[${body}\n${indent}]` : `{${body}\n${indent}}`;
}

/** `value` as JSON text, validated first; laid out down to `depth`. */
export function toJson(name: string, schema: z.ZodType, value: unknown, depth: number): string {
  checkOutput(name, schema, value);
  return `${layOut(value, depth)}\n`;
}
