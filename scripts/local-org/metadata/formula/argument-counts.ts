/** How many arguments the functions take: the least and the most. A name that is missing here is refused when it is evaluated. */

const MANY = Number.MAX_SAFE_INTEGER;

const TABLE: Readonly<Record<string, string>> = {
  '0 0': 'BR NOW PI TIMENOW TODAY',
  '0 1': 'ISNEW ISCLONE',
  '1 1':
    'ABS ASCII CASESAFEID CEILING CHR DATETIMEVALUE DATEVALUE DAY DAYOFYEAR EXP FLOOR FROMUNIXTIME HOUR INITCAP ISBLANK ISCHANGED ISNULL ISNUMBER ISOWEEK ISOYEAR LEN LN LOG MCEILING MFLOOR MILLISECOND MINUTE MONTH NOT PRIORVALUE REVERSE SECOND SQRT TEXT TIMEVALUE TRIM UNIXTIMESTAMP VALUE WEEKDAY YEAR',
  '1 2': 'LOWER TRUNC UPPER',
  '2 2': 'ADDMONTHS BEGINS BLANKVALUE CONTAINS INCLUDES ISPICKVAL LEFT MOD NULLVALUE REGEX RIGHT ROUND',
  '2 3': 'FIND HYPERLINK LPAD RPAD',
  '2 4': 'IMAGE',
  '3 3': 'DATE IF MID SUBSTITUTE',
  [`1 ${MANY}`]: 'AND MAX MIN OR',
  [`4 ${MANY}`]: 'CASE',
};

export const argumentCounts: ReadonlyMap<string, readonly [number, number]> = new Map(
  Object.entries(TABLE).flatMap(([range, names]) => {
    const [least, most] = range.split(' ').map(Number) as [number, number];
    return names.split(' ').map((name) => [name, [least, most]] as const);
  }),
);
