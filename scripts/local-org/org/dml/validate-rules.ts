/** Custom validation rules: all active rules of an object, each on the values as they would be saved. */
import type { ObjectDescribe } from '../../metadata/schema.ts';
import { rowErrors } from './row-error.ts';
import { fail, type SaveRow } from './save-row.ts';
import type { SaveServices } from './save-services.ts';

export function validateRules(services: SaveServices, object: ObjectDescribe, rows: readonly SaveRow[]): void {
  const rules = object.validationRules.filter((rule) => rule.isActive);
  if (rules.length === 0) return;
  for (const row of rows) {
    services.computeFormulas(object, row.values);
    for (const rule of rules) {
      if (!services.ruleFails(object, rule.errorConditionFormula, row.values, row.old)) continue;
      const field =
        rule.errorDisplayField === undefined
          ? undefined
          : object.fieldByName.get(rule.errorDisplayField.toLowerCase())?.name;
      fail(row, rowErrors.validationRule(rule.errorMessage, field));
    }
  }
}
