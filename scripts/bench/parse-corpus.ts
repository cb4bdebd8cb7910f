import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ApexFile {
  name: string;
  text: string;
}

/** The Apex of this project, then made-up classes that use every construct: enough of both that figures are steady. */
export function parseCorpus(forceApp: string, synthetic = 40): ApexFile[] {
  const names = readdirSync(forceApp, { recursive: true }).map(String);
  const own = names.filter((name) => /\.(cls|trigger)$/.test(name)).sort();
  const files = own.map((name) => ({ name, text: readFileSync(join(forceApp, name), 'utf8') }));
  for (let number = 0; number < synthetic; number++)
    files.push({ name: `Made${number}.cls`, text: madeUpClass(number) });
  return files;
}

export function sizeOf(files: readonly ApexFile[]): number {
  return files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0);
}

function madeUpClass(number: number): string {
  const methods = Array.from({ length: 12 }, (_, index) => madeUpMethod(number, index));
  return `/** Made for measuring. */
public with sharing class Made${number} extends Base implements Database.Batchable<SObject>, Comparable {
    private static final Map<String, List<Integer>> SIZES = new Map<String, List<Integer>>{ 'a' => new List<Integer>{ 1, 2 } };
    @TestVisible public Integer size { get; private set; }

    public Made${number}(Integer size) {
        super(size);
        this.size = size;
    }
${methods.join('\n')}
}
`;
}

function madeUpMethod(number: number, index: number): string {
  return `
    // Reads, decides, writes.
    public List<Account> step${index}(Set<Id> ids, String pattern) {
        List<Account> changed = new List<Account>();
        for (Account record : [
            SELECT Id, Name, Owner.Name, (SELECT Id FROM Contacts WHERE Email != NULL LIMIT 10)
            FROM Account
            WHERE Id IN :ids AND (Name LIKE :pattern OR CreatedDate = LAST_N_DAYS:${number + 1})
            WITH USER_MODE
            ORDER BY Name DESC NULLS LAST
        ]) {
            if (record?.Owner?.Name == 'x${index}' || SIZES.get('a')[0] >= ${index} && !ids.isEmpty()) {
                changed.add(new Account(Id = record.Id, Name = (String) record.get('Name') + ' \\'${index}\\''));
            } else {
                switch on record.Name {
                    when 'a', 'b' { this.size += 1; }
                    when else { continue; }
                }
            }
        }
        try {
            update as user changed;
        } catch (DmlException problem) {
            throw new Made${number}Exception(problem.getMessage() ?? 'none', problem);
        }
        return changed.size() > ${index} ? changed : null;
    }`;
}
