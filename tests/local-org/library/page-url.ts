/** The URL of a page with one parameter more. */
import { System_PageReference } from '../../../scripts/local-org/library/system/pages.ts';

export function PageReferenceUrl(url: string, name: string, value: string): string {
  const page = new System_PageReference(url);
  page.getParameters().put(name, value);
  return page.getUrl();
}
