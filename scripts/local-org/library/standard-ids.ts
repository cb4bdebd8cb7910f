/** Ids that every org has. */
export const STANDARD_PRICEBOOK_ID = '01s000000000001AAA';
