import { AGREED } from './agreed.ts';
import { check } from './check.ts';

const { errors } = check(Object.fromEntries(AGREED.map(({ file, source }) => [file, source.join('\n')])));

test.each(AGREED)('says of $file what Salesforce says', ({ file, errors: expected }) => {
  const found = errors
    .filter((error) => error.file === file)
    .map(({ line, column, message }) => `${line}:${column} ${message}`);
  expect([...found].sort()).toEqual([...expected].sort());
});
