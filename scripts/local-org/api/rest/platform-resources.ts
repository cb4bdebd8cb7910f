/**
 * Resources of the REST API that a real org has and this one does not. They are refused by name, so that nobody looks for
 * a mistake in an address that is right (REST API Developer Guide, "Reference").
 */

/** What follows `/services/data/vNN.0/` → what it is called. */
const RESOURCES: ReadonlyArray<readonly [path: RegExp, feature: string]> = [
  [/^jobs\//, 'the Bulk API 2.0 (use data import tree, or sObject collections)'],
  [/^composite\/graph$/, 'composite graphs'],
  [
    /^sobjects\/[^/]+\/(updated|deleted|listviews|quickActions|describe\/.+|.+\/richTextImageFields.*)$/,
    'this sObject resource',
  ],
  [/^sobjects\/[^/]+\/[^/]+\/[^/]+\/.+$/, 'relationship addresses below a record'],
  [/^parameterizedSearch$/, 'parameterized search (use search with a SOSL text)'],
  [
    /^(recent|recordCount|tabs|theme|themes|appMenu|compactLayouts|knowledgeManagement|support)(\/|$)/,
    'this REST resource',
  ],
  [
    /^(actions|process|quickActions|analytics|wave|chatter|connect|commerce|ui-api|graphql|eventSchema|event|async-queries|licensing|consent|dedupe|jsonxform|mobile|sfdc|smartdatadiscovery|payments|scheduling|tooling)(\/|$)/,
    'this REST resource',
  ],
];

export function platformResourceOf(path: string): string | undefined {
  const rest = /^\/services\/data\/v\d{2}\.0\/(.+)$/.exec(path)?.[1];
  if (rest === undefined) {
    return /^\/services\/async\//.test(path)
      ? 'the Bulk API (use data import tree, or sObject collections)'
      : undefined;
  }
  return RESOURCES.find(([pattern]) => pattern.test(rest))?.[1];
}
