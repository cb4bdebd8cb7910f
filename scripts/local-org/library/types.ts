/** The run-time types of the library's classes: core keeps them; the registry says what each implements. */
export { libraryType } from './core/library-types.ts';
