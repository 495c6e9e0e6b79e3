import { join } from 'node:path';
import { EXIT, UserError } from '../base/errors.ts';
import { makeFolder, writeAtomically } from '../base/files.ts';
import { isSchemaName, jsonSchema, SCHEMA_NAMES } from '../base/json-schemas.ts';
import { didYouMean } from '../base/suggest.ts';
import { print } from './talk.ts';

function unknownSchema(name: string): UserError {
  const meant = didYouMean(name, SCHEMA_NAMES);
  return new UserError(EXIT.usage, {
    en: `There is no schema "${name}"; expected one of ${SCHEMA_NAMES.join(', ')}.${meant ? ` Did you mean "${meant}"?` : ''}`,
    zh: `没有 schema“${name}”；可用：${SCHEMA_NAMES.join('、')}。${meant ? `是否指“${meant}”？` : ''}`,
  });
}

export function schemaCommand(name: string | undefined, folder: string | undefined): number {
  if (name !== undefined && !isSchemaName(name)) throw unknownSchema(name);
  if (folder !== undefined) {
    makeFolder(folder);
    for (const each of SCHEMA_NAMES) writeAtomically(join(folder, `${each}.json`), jsonSchema(each));
  } else {
    print(name === undefined ? `${SCHEMA_NAMES.join('\n')}\n` : jsonSchema(name));
  }
  return EXIT.ok;
}
